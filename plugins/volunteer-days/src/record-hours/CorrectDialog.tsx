import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

interface CorrectDialogProps {
  readonly row: { readonly dayId: string; readonly signUpId: string; readonly name: string; readonly minutes: number };
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

const minutesOf = (typed: string): number => (tidyDigits(typed) === "" ? Number.NaN : Number(tidyDigits(typed)));
const isOdd = (minutes: number): boolean => !Number.isInteger(minutes) || minutes < 0 || minutes > 1440;

/** The right minutes and why; what stood is reversed and kept. */
export function CorrectDialog({ row: { dayId, signUpId, name, minutes }, onClose, onDone }: CorrectDialogProps) {
  const form = useForm({
    start: { minutes: String(minutes), reason: "" },
    check: (values) => ({
      minutes: isOdd(minutesOf(values.minutes)) ? text("volunteer-days.correct.minutes.odd") : undefined,
      reason: needed(values.reason, text("volunteer-days.correct.reason")),
    }),
    send: (values, idempotencyKey) =>
      api("POST /days/:dayId/hours/:signUpId/corrections", {
        params: { dayId, signUpId },
        body: { minutes: minutesOf(values.minutes), reason: values.reason },
        idempotencyKey,
      }),
    onDone: async () => {
      onClose();
      toast(text("volunteer-days.correct.done"));
      await onDone();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={text("volunteer-days.correct.word", { name })}>
      <Form form={form} submit={text("volunteer-days.correct.submit")}>
        <TextField name="minutes" label={text("volunteer-days.correct.minutes")} keyboard="numeric" width="short" />
        <TextField name="reason" label={text("volunteer-days.correct.reason")} hint={text("volunteer-days.correct.reason.hint")} maxLength={100} />
      </Form>
    </Dialog>
  );
}
