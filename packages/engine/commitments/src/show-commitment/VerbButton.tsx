import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, useForm, type FormSpec } from "@lianxin/web-kit/forms";

interface VerbButtonProps<V extends object> extends Pick<FormSpec<V>, "start" | "check" | "send"> {
  /** What the button says, and what the form's act says. */
  readonly verb: string;
  readonly title: string;
  /** What happened, for the toast. */
  readonly done: string;
  readonly isFilled?: boolean;
  readonly onDone: () => Promise<void>;
  readonly children: ComponentChildren | ((values: V) => ComponentChildren);
}

/** A button that asks for what its act needs, does it, and tells that it happened. */
export function VerbButton<V extends object>({ verb, title, done, isFilled = false, start, check, send, onDone, children }: VerbButtonProps<V>) {
  const isOpen = useSignal(false);
  const form = useForm<V, unknown>({
    start,
    ...(check ? { check } : {}),
    send,
    onDone: async () => {
      isOpen.value = false;
      form.startOver();
      toast(done);
      await onDone();
    },
  });
  return (
    <>
      <Button {...(isFilled ? { look: "filled" as const } : {})} onClick={() => (isOpen.value = true)}>
        {verb}
      </Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={title}>
        <Form form={form} submit={verb}>
          {typeof children === "function" ? children(form.values.value) : children}
        </Form>
      </Dialog>
    </>
  );
}
