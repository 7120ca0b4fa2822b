import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextArea, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

/** Reports a matter upwards after saying to whom and why. */
export function EscalateButton({ matterId, onDone }: { readonly matterId: string; readonly onDone: () => Promise<void> }) {
  const isOpen = useSignal(false);
  const form = useForm({
    start: { referTo: "", reason: "" },
    check: ({ referTo, reason }) => ({ referTo: needed(referTo, text("matters.escalate.to")), reason: needed(reason, text("matters.escalate.reason")) }),
    send: (body, idempotencyKey) => api("POST /matters/:matterId/escalation", { params: { matterId }, body, idempotencyKey }),
    onDone: async () => {
      isOpen.value = false;
      toast(text("matters.escalate.done"));
      await onDone();
    },
  });
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>{text("matters.verb.escalate")}</Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={text("matters.escalate.title")}>
        <Form form={form} submit={text("matters.verb.escalate")}>
          <TextField name="referTo" label={text("matters.escalate.to")} maxLength={100} />
          <TextArea name="reason" label={text("matters.escalate.reason")} maxLength={2000} />
        </Form>
      </Dialog>
    </>
  );
}
