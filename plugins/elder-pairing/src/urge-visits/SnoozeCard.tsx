import { browserPorts, Card, dateOf } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text, word } from "../api.js";
import { LiftSnooze } from "../undo-press/LiftSnooze.js";
import { snoozeReasons } from "../words.js";

const tomorrow = (): string => dateOf(new Date(browserPorts.now() + 24 * 60 * 60 * 1_000).toISOString());

interface SnoozeProps {
  readonly elderId: string;
  /** Put off until this day already; null: not. */
  readonly until: string | null;
  readonly onDone: () => Promise<unknown>;
}

/** What is overdue waits a little, and says why. */
export function SnoozeCard({ elderId, until, onDone }: SnoozeProps) {
  const form = useForm({
    start: { until: tomorrow(), reason: "", words: "" },
    check: ({ until, reason }) => ({ until: needed(until, text("elder-pairing.snooze.until")), reason: needed(reason, text("elder-pairing.snooze.why")) }),
    send: ({ until, reason, words }, idempotencyKey) =>
      api("POST /elders/:elderId/snooze", {
        params: { elderId },
        body: { until, reason: snoozeReasons.find((one) => one === reason)!, ...(words.trim() && { words: words.trim() }) },
        idempotencyKey,
      }),
    onDone: async ({ count }) => {
      form.startOver();
      await onDone();
      toast(count === 0 ? text("elder-pairing.snooze.none") : text("elder-pairing.snooze.saved", { count }));
    },
  });
  return (
    <Card title={text("elder-pairing.snooze.heading")}>
      {until !== null && <LiftSnooze elderId={elderId} until={until} onDone={onDone} />}
      <details>
        <summary>{text("elder-pairing.snooze.open")}</summary>
        <Form form={form} submit={text("elder-pairing.snooze.save")}>
          <DayField name="until" label={text("elder-pairing.snooze.until")} />
          <SelectField
            name="reason"
            label={text("elder-pairing.snooze.why")}
            empty=""
            choices={snoozeReasons.map((value) => ({ value, label: word("snooze", value) }))}
          />
          <TextField name="words" label={text("elder-pairing.snooze.words")} maxLength={100} />
        </Form>
      </details>
    </Card>
  );
}
