import { browserPorts, dateOf, t } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { TextArea, DayField, Form, needed, SelectField, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

const kinds = ["training", "award", "evaluation"] as const;
type Kind = (typeof kinds)[number];
/** How a field of a kind is called. */
const labelOf = (kind: Kind, field: "title" | "words" | "minutes" | "organizer"): string => t(`volunteer-days.entry.${kind}.${field}`);
const minutesOf = (typed: string): number => Number(tidyDigits(typed) || Number.NaN);

interface AddEntryProps {
  readonly volunteerId: string;
  readonly onDone: () => Promise<unknown>;
}

/** A training, an award or an evaluation: what the rules ask of each. */
export function AddEntry({ volunteerId, onDone }: AddEntryProps) {
  const form = useForm({
    start: { kind: "training" as string, title: "", words: "", minutes: "", organizer: "", onDay: dateOf(new Date(browserPorts.now()).toISOString()) },
    check: ({ kind, title, words, minutes, organizer, onDay }) => ({
      title: needed(title, labelOf(kind as Kind, "title")),
      words: kind === "award" ? undefined : needed(words, labelOf(kind as Kind, "words")),
      minutes: kind !== "training" || minutesOf(minutes) >= 1 ? undefined : text("volunteer-days.entry.minutes.odd"),
      organizer: needed(organizer, labelOf(kind as Kind, "organizer")),
      onDay: needed(onDay, text("volunteer-days.entry.onDay")),
    }),
    send: ({ kind, title, words, minutes, organizer, onDay }, idempotencyKey) => {
      const facts = { words: kind === "award" ? null : words, minutes: kind === "training" ? minutesOf(minutes) : null };
      return api("POST /volunteers/:volunteerId/entries", {
        params: { volunteerId },
        body: { kind: kind as Kind, title, ...facts, organizer, onDay },
        idempotencyKey,
      });
    },
    onDone: async () => {
      form.startOver();
      toast(text("volunteer-days.entry.saved"));
      await onDone();
    },
  });
  const kind = form.values.value.kind as Kind;
  return (
    <details class="day-more">
      <summary>{text("volunteer-days.entry.add")}</summary>
      <Form form={form} submit={text("volunteer-days.entry.save")} look="soft">
        <SelectField
          name="kind"
          label={text("volunteer-days.entry.kind")}
          choices={kinds.map((value) => ({ value, label: text(`volunteer-days.entry.${value}`) }))}
        />
        <TextField name="title" label={labelOf(kind, "title")} maxLength={100} />
        {kind !== "award" && <TextArea name="words" label={labelOf(kind, "words")} maxLength={500} />}
        {kind === "training" && <TextField name="minutes" label={labelOf(kind, "minutes")} keyboard="numeric" width="short" />}
        <TextField name="organizer" label={labelOf(kind, "organizer")} maxLength={100} />
        <DayField name="onDay" label={text("volunteer-days.entry.onDay")} />
      </Form>
    </details>
  );
}

interface WithdrawProps {
  readonly entry: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

/** What was written wrong counts no more; why is kept. */
export function WithdrawDialog({ entry: { id, title }, onClose, onDone }: WithdrawProps) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("volunteer-days.entry.withdraw.reason")) }),
    send: (body, idempotencyKey) => api("POST /entries/:entryId/withdraw", { params: { entryId: id }, body, idempotencyKey }),
    onDone: async () => {
      onClose();
      toast(text("volunteer-days.entry.withdrawn"));
      await onDone();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={text("volunteer-days.entry.withdraw.title", { title })}>
      <Form form={form} submit={text("volunteer-days.entry.withdraw")}>
        <p class="lx-hint">{text("volunteer-days.entry.withdraw.hint")}</p>
        <TextField name="reason" label={text("volunteer-days.entry.withdraw.reason")} maxLength={100} />
      </Form>
    </Dialog>
  );
}
