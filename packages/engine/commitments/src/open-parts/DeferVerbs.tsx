import { DayField, needed, neededChoice, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { PlainVerb } from "../show-commitment/PlainVerb.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

export const DeferButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.defer")}
    title={text("commitments.defer.title", { title: line.title })}
    done={text("commitments.done.defer")}
    start={{ reason: "", reviewOn: "", chairNote: "" }}
    check={({ reason, reviewOn }) => ({
      reason: needed(reason, text("commitments.field.reason")),
      reviewOn: neededChoice(reviewOn, text("commitments.field.reviewOn")),
    })}
    send={(body, idempotencyKey) => api("POST /parts/:partId/deferral", { params: { partId: line.partId }, body, idempotencyKey })}
    onDone={onDone}
  >
    <TextArea name="reason" label={text("commitments.field.reason")} maxLength={2000} />
    <DayField name="reviewOn" label={text("commitments.field.reviewOn")} />
    {line.deferCount > 0 && (
      <TextArea
        name="chairNote"
        label={text("commitments.field.chairNote")}
        hint={text("commitments.defer.times", { count: line.deferCount })}
        isOptional
        rows={2}
        maxLength={2000}
      />
    )}
  </VerbButton>
);

export const ResumeButton = ({ line, onDone }: VerbProps) => (
  <PlainVerb
    verb={text("commitments.verb.resume")}
    done={text("commitments.done.resume")}
    send={(idempotencyKey) => api("POST /parts/:partId/resumption", { params: { partId: line.partId }, idempotencyKey })}
    onDone={onDone}
  />
);
