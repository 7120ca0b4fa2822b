import { useSignal } from "@preact/signals";
import { Button, Notice } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text, type MatterAnswer } from "../api.js";

interface Props {
  readonly matter: Pick<MatterAnswer, "id" | "openWork">;
  readonly onDone: () => Promise<void>;
}

/** Settles a matter with an answer; while work for it is open, also with why nobody waits for that. */
export function AnswerButton({ matter: { id, openWork }, onDone }: Props) {
  const isOpen = useSignal(false);
  const isAwaited = openWork.length > 0;
  const form = useForm({
    start: { words: "", despite: "" },
    check: ({ words, despite }) => ({
      words: needed(words, text("matters.answer.reason")),
      despite: isAwaited ? needed(despite, text("matters.answer.despite")) : undefined,
    }),
    send: ({ words, despite }, idempotencyKey) =>
      api("POST /matters/:matterId/answer", { params: { matterId: id }, body: { words, ...(isAwaited && { despite }) }, idempotencyKey }),
    onDone: async () => {
      isOpen.value = false;
      toast(text("matters.answer.done"));
      await onDone();
    },
  });
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>{text("matters.verb.answer")}</Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={text("matters.answer.title")}>
        {isAwaited && (
          <Notice>
            <p>{text("matters.answer.open", { work: openWork.join("、") })}</p>
          </Notice>
        )}
        <Form form={form} submit={text("matters.verb.answer")}>
          <TextArea name="words" label={text("matters.answer.reason")} maxLength={2000} />
          {isAwaited && <TextArea name="despite" label={text("matters.answer.despite")} hint={text("matters.answer.despite.hint")} rows={2} maxLength={2000} />}
        </Form>
      </Dialog>
    </>
  );
}
