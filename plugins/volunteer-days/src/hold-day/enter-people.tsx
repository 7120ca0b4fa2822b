import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { bands, WhoFields } from "./WhoFields.js";

export interface Props {
  readonly dayId: string;
  readonly onDone: () => Promise<unknown>;
}

/** Signs somebody up for them before the day: an elder at the door or on the phone. */
export function EnterPerson({ dayId, siteId, onDone }: Props & { readonly siteId: string }) {
  const form = useForm({
    start: { name: "", phone: "", age: "adult" as string, hasGuardian: false },
    check: ({ name }) => ({ name: needed(name, text("volunteer-days.join.name")) }),
    send: ({ name, phone, age, hasGuardian }, idempotencyKey) => {
      const ageBand = bands.find((band) => band === age) ?? "adult";
      const body = { name, siteId, ageBand, ...(ageBand === "youth" && { hasGuardian }), ...(phone && { phone }) };
      return api("POST /days/:dayId/sign-ups/others", { params: { dayId }, body, idempotencyKey });
    },
    onDone: async ({ state, queue, number }) => {
      form.startOver();
      toast(state === "waiting" ? text("volunteer-days.done.waiting", { place: queue ?? 1 }) : text("volunteer-days.day.entered", { number: number ?? "" }));
      await onDone();
    },
  });
  const words = text("volunteer-days.day.forOthers");
  return (
    <details class="day-more">
      <summary>{words}</summary>
      <Form form={form} submit={words}>
        <WhoFields />
        {form.values.value.age === "youth" && <TickField name="hasGuardian" label={text("volunteer-days.join.guardian")} />}
        {form.values.value.age === "child" && <p class="lx-hint">{text("volunteer-days.day.child")}</p>}
      </Form>
    </details>
  );
}
