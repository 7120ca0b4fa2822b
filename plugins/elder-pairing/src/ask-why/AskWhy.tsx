import { useState } from "preact/hooks";
import { Button, Notice } from "@lianxin/web-kit";
import { Dialog } from "@lianxin/web-kit/feedback";
import { ChoiceField, Form, neededChoice, useForm } from "@lianxin/web-kit/forms";
import { text, word } from "../api.js";

interface AskWhyProps<R extends string> {
  /** The act in its own words, and of whom or what, for those who hear the page. */
  readonly verb: string;
  readonly of: string;
  readonly title: string;
  /** What follows, and what cannot be had back. */
  readonly sure: string;
  /** Words of a kind, as `word.<kind>.<reason>`. */
  readonly kind: string;
  readonly reasons: readonly R[];
  readonly send: (reason: R, idempotencyKey: string) => Promise<unknown>;
  readonly onDone: () => Promise<unknown>;
}

function WhyForm<R extends string>({ verb, kind, reasons, send, onDone }: Omit<AskWhyProps<R>, "of" | "title" | "sure">) {
  const label = text("elder-pairing.why");
  const form = useForm({
    start: { reason: "" as R | "" },
    check: ({ reason }) => ({ reason: neededChoice(reason, label) }),
    send: ({ reason }, idempotencyKey) => send(reason as R, idempotencyKey),
    onDone: async () => void (await onDone()),
  });
  return (
    <Form form={form} submit={verb}>
      <ChoiceField name="reason" label={label} choices={reasons.map((value) => ({ value, label: word(kind, value) }))} />
    </Form>
  );
}

/** A way back that says what follows, asks for the reason from a short list, and acts. */
export function AskWhy<R extends string>({ of, title, sure, onDone, ...form }: AskWhyProps<R>) {
  const [isAsked, setAsked] = useState(false);
  const done = async () => {
    setAsked(false);
    await onDone();
  };
  return (
    <>
      <Button look="plain" aria-label={`${form.verb} ${of}`} onClick={() => setAsked(true)}>
        {form.verb}
      </Button>
      <Dialog isOpen={isAsked} onClose={() => setAsked(false)} title={title}>
        {isAsked && (
          <div class="lx-stack">
            <Notice>{sure}</Notice>
            <WhyForm {...form} onDone={done} />
          </div>
        )}
      </Dialog>
    </>
  );
}
