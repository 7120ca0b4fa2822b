import { dayText } from "@lianxin/web-kit";
import { DayField, needed, neededChoice, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

/** 申请延期: somebody else decides. */
export const AskMoreButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.askMore")}
    title={text("commitments.askMore.title", { title: line.title })}
    done={text("commitments.done.askMore")}
    start={{ dueOn: "", reason: "" }}
    check={({ dueOn, reason }) => ({
      dueOn: neededChoice(dueOn, text("commitments.field.newDueOn")),
      reason: needed(reason, text("commitments.field.reason")),
    })}
    send={(body, idempotencyKey) =>
      api("POST /parts/:partId/requests", { params: { partId: line.partId }, body: { ...body, kind: "extension" }, idempotencyKey })
    }
    onDone={onDone}
  >
    {line.dueOn !== null && <p>{text("commitments.dueOn", { day: dayText(line.dueOn) })}</p>}
    <DayField name="dueOn" label={text("commitments.field.newDueOn")} />
    <TextArea name="reason" label={text("commitments.field.reason")} hint={text("commitments.askMore.hint")} maxLength={2000} />
  </VerbButton>
);
