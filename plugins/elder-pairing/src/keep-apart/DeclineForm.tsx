import { toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, Form, neededChoice, useForm } from "@lianxin/web-kit/forms";
import { text, word } from "../api.js";
import type { apartReasons } from "../words.js";

export type ApartReason = (typeof apartReasons)[number];
export type Decliner = "elder" | "cadre" | "complaint";
/** Reasons that make sense for whoever does not want it. */
const reasonsOf: Readonly<Record<Decliner, readonly ApartReason[]>> = {
  elder: ["sex", "language", "past", "far", "other"],
  cadre: ["far", "busy", "language", "kin", "past", "other"],
  complaint: ["manner", "absent", "money", "other"],
};

interface DeclineProps {
  /** One: it is known who says no. */
  readonly sides: readonly Decliner[];
  readonly submit: string;
  readonly send: (by: Decliner, reason: ApartReason, idempotencyKey: string) => Promise<unknown>;
  readonly onDone: () => Promise<unknown>;
}

/** Who does not want the pair, and why, from a short list. */
export function DeclineForm({ sides, submit, send, onDone }: DeclineProps) {
  const form = useForm({
    start: { by: sides[0]!, reason: "" as ApartReason | "" },
    check: ({ by, reason }) => ({
      reason: neededChoice(reasonsOf[by].find((one) => one === reason) ?? "", text("elder-pairing.apart.why")),
    }),
    send: async ({ by, reason }, idempotencyKey) => send(by, reason as ApartReason, idempotencyKey),
    onDone: async () => {
      await onDone();
      toast(text("elder-pairing.apart.done"));
    },
  });
  return (
    <Form form={form} submit={submit}>
      {sides.length > 1 && (
        <ChoiceField
          name="by"
          label={text("elder-pairing.apart.who")}
          choices={sides.map((value) => ({ value, label: text(`elder-pairing.apart.by.${value}`) }))}
        />
      )}
      <ChoiceField
        name="reason"
        label={text("elder-pairing.apart.why")}
        choices={reasonsOf[form.values.value.by].map((value) => ({ value, label: word("apart", value) }))}
      />
    </Form>
  );
}
