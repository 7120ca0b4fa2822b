import { DayField, needed, neededChoice, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type ReopenProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

/** The same trouble is back: the close-out did not hold. */
export const RecurButton = ({ line, onDone, reopenOn }: ReopenProps) => (
  <VerbButton
    verb={text("commitments.verb.recur")}
    title={text("commitments.recur.title", { title: line.title })}
    done={text("commitments.done.recur")}
    start={{ reason: "", dueOn: reopenOn }}
    check={({ reason, dueOn }) => ({
      reason: needed(reason, text("commitments.field.recur")),
      dueOn: neededChoice(dueOn, text("commitments.field.againDueOn")),
    })}
    send={(body, idempotencyKey) => api("POST /commitments/:commitmentId/recurrences", { params: { commitmentId: line.commitmentId! }, body, idempotencyKey })}
    onDone={onDone}
  >
    <p>{text("commitments.recur.hint")}</p>
    <TextArea name="reason" label={text("commitments.field.recur")} maxLength={2000} />
    <DayField name="dueOn" label={text("commitments.field.againDueOn")} hint={text("commitments.field.againDueOn.hint")} />
  </VerbButton>
);
