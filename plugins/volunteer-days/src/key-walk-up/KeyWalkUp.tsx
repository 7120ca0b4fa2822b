import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { Props } from "../hold-day/enter-people.js";
import { tidyTime, timeCheck } from "../hold-day/KeyIn.js";
import { bands, WhoFields } from "../hold-day/WhoFields.js";

/** Who came without having signed up: on the spot by name alone, or from the empty rows of the paper with from when until when. */
export function KeyWalkUp({ dayId, siteId, isOver, onDone }: Props & { readonly siteId: string; readonly isOver: boolean }) {
  const form = useForm({
    start: { name: "", phone: "", age: "adult" as string, hasGuardian: false, time: "", left: "" },
    tidy: { time: tidyTime, left: tidyTime },
    check: ({ name, time, left }) => ({ name: needed(name, text("volunteer-days.join.name")), time: timeCheck(time), left: timeCheck(left) }),
    send: ({ name, phone, age, hasGuardian, time, left }, idempotencyKey) => {
      const ageBand = bands.find((band) => band === age) ?? "adult";
      const body = { name, siteId, ageBand, hasGuardian, ...(phone && { phone }), ...(time && { time }), ...(left && { left }) };
      return api("POST /days/:dayId/walk-ups", { params: { dayId }, body, idempotencyKey });
    },
    onDone: async ({ signUpId, name, isNew }) => {
      form.startOver();
      await onDone();
      // Who had a place before keeps it, only not ticked off.
      const takeBack = () =>
        isNew
          ? api("POST /sign-ups/:signUpId/cancel", { params: { signUpId } })
          : api("POST /days/:dayId/check-ins", { params: { dayId }, body: { signUpId, act: "undo" } });
      const undo = async () => {
        await takeBack();
        await onDone();
      };
      toast(text("volunteer-days.key.done", { name }), { undo });
    },
  });
  const words = text(isOver ? "volunteer-days.key.walkUp" : "volunteer-days.day.walkUp");
  return (
    <details class="day-more">
      <summary>{words}</summary>
      <Form form={form} submit={words}>
        <WhoFields />
        {form.values.value.age !== "adult" && (
          <TickField name="hasGuardian" label={text(form.values.value.age === "child" ? "volunteer-days.join.seen" : "volunteer-days.join.guardian")} />
        )}
        {isOver && (
          <>
            <TextField name="time" label={text("volunteer-days.key.arrived")} hint={text("volunteer-days.key.arrived.hint")} isOptional width="short" />
            <TextField name="left" label={text("volunteer-days.key.left")} hint={text("volunteer-days.key.left.hint")} isOptional width="short" />
          </>
        )}
      </Form>
    </details>
  );
}
