import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

interface HazardFormProps {
  readonly dayId: string;
  readonly siteId: string;
  readonly onDone: () => Promise<unknown>;
}

/** Something volunteers must not touch is written down here and becomes a matter. */
export function HazardForm({ dayId, siteId, onDone }: HazardFormProps) {
  const form = useForm({
    start: { title: "", spot: "" },
    check: ({ title }) => ({ title: needed(title, text("volunteer-days.hazard.what")) }),
    send: ({ title, spot }, idempotencyKey) =>
      api("POST /days/:dayId/hazards", { params: { dayId }, body: { siteId, title, ...(spot && { spot }) }, idempotencyKey }),
    onDone: async ({ number }) => {
      form.startOver();
      toast(text("volunteer-days.hazard.done", { number }));
      await onDone();
    },
  });
  return (
    <details class="day-more">
      <summary>{text("volunteer-days.hazard.report")}</summary>
      <Form form={form} submit={text("volunteer-days.hazard.submit")}>
        <TextField name="title" label={text("volunteer-days.hazard.what")} hint={text("volunteer-days.hazard.what.hint")} maxLength={100} />
        <TextField name="spot" label={text("volunteer-days.hazard.spot")} isOptional maxLength={100} />
      </Form>
    </details>
  );
}
