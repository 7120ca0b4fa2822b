import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";

interface SayProps {
  /** The button, and the act at the end of the dialog. */
  readonly verb: string;
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly done: string;
  readonly isOptional?: boolean;
  readonly send: (words: string, idempotencyKey: string) => Promise<unknown>;
  /** Gives the act that takes it back, where there is one. */
  readonly undo?: () => Promise<unknown>;
  readonly onDone: () => Promise<void>;
}

/** One act that asks for words: a reason, an answer. */
export function SayButton({ verb, title, label, hint, done, isOptional = false, send, undo, onDone }: SayProps) {
  const isOpen = useSignal(false);
  const form = useForm({
    start: { words: "" },
    check: ({ words }) => ({ words: isOptional ? undefined : needed(words, label) }),
    send: ({ words }, idempotencyKey) => send(words, idempotencyKey),
    onDone: async () => {
      isOpen.value = false;
      toast(done, undo ? { undo: () => undo().then(onDone) } : {});
      await onDone();
    },
  });
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>{verb}</Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={title}>
        <Form form={form} submit={verb}>
          <TextArea name="words" label={label} maxLength={2000} {...(hint ? { hint } : {})} {...(isOptional ? { isOptional } : {})} />
        </Form>
      </Dialog>
    </>
  );
}
