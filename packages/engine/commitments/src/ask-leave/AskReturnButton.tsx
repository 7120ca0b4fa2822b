import { needed, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

/** 申请退回: an assignment that was accepted goes back only when who assigns agrees. */
export const AskReturnButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.askReturn")}
    title={text("commitments.askReturn.title", { title: line.title })}
    done={text("commitments.done.askReturn")}
    start={{ reason: "" }}
    check={({ reason }) => ({ reason: needed(reason, text("commitments.field.reason")) })}
    send={(body, idempotencyKey) => api("POST /parts/:partId/requests", { params: { partId: line.partId }, body: { ...body, kind: "return" }, idempotencyKey })}
    onDone={onDone}
  >
    <TextArea name="reason" label={text("commitments.field.reason")} hint={text("commitments.askReturn.hint")} maxLength={2000} />
  </VerbButton>
);
