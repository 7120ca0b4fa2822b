import { Card } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

export interface Props {
  readonly dayId: string;
  readonly onDone: () => Promise<unknown>;
}

/** Keys a signed sheet in: the row's number, when they left if earlier, Enter, the next. */
export function KeyIn({ dayId, onDone }: Props) {
  const form = useForm({
    start: { code: "", time: "" },
    check: ({ code }) => ({ code: needed(code, text("volunteer-days.key.code")) }),
    send: ({ code, time }) => api("POST /days/:dayId/check-ins", { params: { dayId }, body: time ? { code, time, act: "leave" } : { code, act: "arrive" } }),
    onDone: async ({ name }) => {
      form.startOver();
      toast(text("volunteer-days.key.done", { name }));
      await onDone();
    },
  });
  return (
    <Card title={text("volunteer-days.key.title")}>
      <Form form={form} submit={text("volunteer-days.key.submit")}>
        <TextField name="code" label={text("volunteer-days.key.code")} hint={text("volunteer-days.key.code.hint")} width="short" />
        <TextField name="time" label={text("volunteer-days.key.time")} hint={text("volunteer-days.key.time.hint")} isOptional width="short" />
      </Form>
    </Card>
  );
}

/** Adds somebody who came without having signed up. */
export function WalkUp({ dayId, siteId, onDone }: Props & { readonly siteId: string }) {
  const form = useForm({
    start: { name: "", phone: "" },
    check: ({ name }) => ({ name: needed(name, text("volunteer-days.join.name")) }),
    send: ({ name, phone }, idempotencyKey) =>
      api("POST /days/:dayId/sign-ups/others", { params: { dayId }, body: { name, siteId, isWalkUp: true, ...(phone && { phone }) }, idempotencyKey }),
    onDone: async () => {
      form.startOver();
      await onDone();
    },
  });
  return (
    <details class="day-more">
      <summary>{text("volunteer-days.day.walkUp")}</summary>
      <Form form={form} submit={text("volunteer-days.day.walkUp")}>
        <TextField name="name" label={text("volunteer-days.join.name")} maxLength={50} />
        <TextField name="phone" label={text("volunteer-days.join.phone")} isOptional maxLength={30} />
      </Form>
    </details>
  );
}
