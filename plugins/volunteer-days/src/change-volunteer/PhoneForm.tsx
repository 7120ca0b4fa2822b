import { toast } from "@lianxin/web-kit/feedback";
import { Form, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

interface PhoneFormProps {
  readonly person: { readonly id: string; readonly phone: string | null };
  readonly onDone: () => Promise<unknown>;
}

/** Another number for somebody, or none where the one that stands is wrong; within a day it can be put back. */
export function PhoneForm({ person: { id: volunteerId, phone: masked }, onDone }: PhoneFormProps) {
  const params = { volunteerId };
  const undo = async () => {
    await api("POST /volunteers/:volunteerId/phone/undo", { params });
    await onDone();
  };
  const form = useForm({
    start: { phone: "" },
    check: ({ phone }) => ({ phone: phone.trim() === "" && masked === null ? text("volunteer-days.standing.phone.needed") : undefined }),
    send: ({ phone }, idempotencyKey) => api("PUT /volunteers/:volunteerId/phone", { params, body: { phone: phone.trim() || null }, idempotencyKey }),
    onDone: async ({ children }) => {
      form.startOver();
      await onDone();
      const done = text("volunteer-days.standing.phone.done");
      toast(children > 0 ? `${done}；${text("volunteer-days.standing.phone.children", { count: children })}` : done, { undo });
    },
  });
  return (
    <details class="hours-certify">
      <summary>{text("volunteer-days.standing.phone")}</summary>
      <Form form={form} submit={text("volunteer-days.standing.phone")} look="soft">
        <TextField
          name="phone"
          label={text("volunteer-days.standing.phone.new")}
          hint={text(masked === null ? "volunteer-days.standing.phone.hint" : "volunteer-days.standing.phone.hintOld", { phone: masked ?? "" })}
          keyboard="tel"
          autocomplete="off"
          maxLength={30}
          isOptional={masked !== null}
        />
      </Form>
    </details>
  );
}
