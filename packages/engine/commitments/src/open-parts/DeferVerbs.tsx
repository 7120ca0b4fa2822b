import { useSignal } from "@preact/signals";
import { browserPorts, Button, ErrorNotice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, needed, neededChoice, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

export const DeferButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.defer")}
    title={text("commitments.defer.title", { title: line.title })}
    done={text("commitments.done.defer")}
    start={{ reason: "", reviewOn: "" }}
    check={({ reason, reviewOn }) => ({
      reason: needed(reason, text("commitments.field.reason")),
      reviewOn: neededChoice(reviewOn, text("commitments.field.reviewOn")),
    })}
    send={(body, idempotencyKey) => api("POST /parts/:partId/deferral", { params: { partId: line.partId }, body, idempotencyKey })}
    onDone={onDone}
  >
    <TextArea name="reason" label={text("commitments.field.reason")} maxLength={2000} />
    <DayField name="reviewOn" label={text("commitments.field.reviewOn")} />
  </VerbButton>
);

export function ResumeButton({ line, onDone }: VerbProps) {
  const key = useSignal(browserPorts.newKey());
  const error = useSignal<unknown>(undefined);
  const resume = () =>
    api("POST /parts/:partId/resumption", { params: { partId: line.partId }, idempotencyKey: key.value }).then(
      async () => {
        toast(text("commitments.done.resume"));
        key.value = browserPorts.newKey();
        await onDone();
      },
      (refusal: unknown) => (error.value = refusal),
    );
  return (
    <>
      <Button onClick={() => void resume()}>{text("commitments.verb.resume")}</Button>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
    </>
  );
}
