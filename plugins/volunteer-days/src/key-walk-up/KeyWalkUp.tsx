import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { Props } from "../hold-day/enter-people.js";
import { tidyTime, timeCheck } from "../hold-day/KeyIn.js";
import { bands, WhoFields } from "../hold-day/WhoFields.js";

/** The empty rows at the end of the paper, when the day is over: who came without having signed up, and from when until when. */
export function KeyWalkUp({ dayId, siteId, onDone }: Props & { readonly siteId: string }) {
  const form = useForm({
    start: { name: "", phone: "", age: "adult" as string, hasGuardian: false, time: "", left: "" },
    tidy: { time: tidyTime, left: tidyTime },
    check: ({ name, time, left }) => ({ name: needed(name, text("volunteer-days.join.name")), time: timeCheck(time), left: timeCheck(left) }),
    send: ({ name, phone, age, hasGuardian, time, left }, idempotencyKey) => {
      const ageBand = bands.find((band) => band === age) ?? "adult";
      const body = { name, siteId, ageBand, hasGuardian, ...(phone && { phone }), ...(time && { time }), ...(left && { left }) };
      return api("POST /days/:dayId/walk-ups", { params: { dayId }, body, idempotencyKey });
    },
    onDone: async ({ signUpId, name }) => {
      form.startOver();
      await onDone();
      const undo = () => api("POST /sign-ups/:signUpId/cancel", { params: { signUpId } }).then(onDone);
      toast(text("volunteer-days.key.done", { name }), { undo });
    },
  });
  const words = text("volunteer-days.key.walkUp");
  return (
    <details class="day-more">
      <summary>{words}</summary>
      <Form form={form} submit={words}>
        <WhoFields />
        {form.values.value.age !== "adult" && <TickField name="hasGuardian" label={text("volunteer-days.join.guardian")} />}
        <TextField name="time" label={text("volunteer-days.key.arrived")} hint={text("volunteer-days.key.arrived.hint")} isOptional width="short" />
        <TextField name="left" label={text("volunteer-days.key.left")} hint={text("volunteer-days.key.left.hint")} isOptional width="short" />
      </Form>
    </details>
  );
}
