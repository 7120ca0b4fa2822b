import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

/** Takes a matter back after saying why. */
export function WithdrawButton({ matterId, onDone }: { readonly matterId: string; readonly onDone: () => Promise<void> }) {
  const isOpen = useSignal(false);
  const form = useForm({
    start: { reason: "" },
    send: (body, idempotencyKey) => api("POST /matters/:matterId/withdrawal", { params: { matterId }, body, idempotencyKey }),
    onDone: async () => {
      isOpen.value = false;
      toast(text("matters.withdraw.done"));
      await onDone();
    },
  });
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>{text("matters.verb.withdraw")}</Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={text("matters.withdraw.title")}>
        <Form form={form} submit={text("matters.verb.withdraw")}>
          <TextArea name="reason" label={text("matters.withdraw.reason")} isOptional maxLength={2000} />
        </Form>
      </Dialog>
    </>
  );
}
