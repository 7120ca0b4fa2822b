import { Card } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, TickField, toHalfWidth, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { Props } from "./enter-people.js";

/** "9:40", "0940" and "９：40" as "09:40"; what is no time as it was typed. */
export function tidyTime(typed: string): string {
  const [, hours, minutes] = /^(\d{1,2})[:.点]?(\d{2})分?$/.exec(toHalfWidth(typed).replace(/\s/g, "")) ?? [];
  return hours && minutes ? `${hours.padStart(2, "0")}:${minutes}` : typed.trim();
}
const tidyCode = (typed: string): string => toHalfWidth(typed).trim();
export const timeCheck = (time: string) => (time === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? undefined : text("volunteer-days.key.time.odd"));

/** Keys a signed sheet in, row by row as it was written: the number, when they came late or left early, or that they did not come; Enter, the next. */
export function KeyIn({ dayId, onDone }: Props) {
  const form = useForm({
    start: { code: "", time: "", left: "", isAbsent: false },
    tidy: { code: tidyCode, time: tidyTime, left: tidyTime },
    check: ({ code, time, left, isAbsent }) => ({
      code: needed(code, text("volunteer-days.key.code")),
      ...(!isAbsent && { time: timeCheck(time), left: timeCheck(left) }),
    }),
    send: ({ code, time, left, isAbsent }) =>
      api("POST /days/:dayId/check-ins", {
        params: { dayId },
        body: isAbsent ? { code, act: "absent" } : { code, act: "arrive", ...(time && { time }), ...(left && { left }) },
      }),
    onDone: async ({ name, wasAbsent }) => {
      form.startOver();
      toast(text(wasAbsent ? "volunteer-days.key.cameAfterAll" : "volunteer-days.key.done", { name }));
      await onDone();
    },
  });
  return (
    <Card title={text("volunteer-days.key.title")}>
      <Form form={form} submit={text("volunteer-days.key.submit")}>
        <TextField name="code" label={text("volunteer-days.key.code")} hint={text("volunteer-days.key.code.hint")} width="short" />
        {!form.values.value.isAbsent && (
          <>
            <TextField name="time" label={text("volunteer-days.key.arrived")} hint={text("volunteer-days.key.arrived.hint")} isOptional width="short" />
            <TextField name="left" label={text("volunteer-days.key.left")} hint={text("volunteer-days.key.left.hint")} isOptional width="short" />
          </>
        )}
        <TickField name="isAbsent" label={text("volunteer-days.key.absent")} />
      </Form>
    </Card>
  );
}
