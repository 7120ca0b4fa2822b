import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";

interface PhoneFormProps {
  readonly person: { readonly id: string; readonly phone: string | null; readonly mayUndoPhone: boolean };
  readonly onDone: () => Promise<unknown>;
}

/** Another number for somebody, or none where the one that stands is wrong; within a day it can be put back. */
export function PhoneForm({ person: { id: volunteerId, phone: masked, mayUndoPhone }, onDone }: PhoneFormProps) {
  const params = { volunteerId };
  const undo = async () => {
    await api("POST /volunteers/:volunteerId/phone/undo", { params });
    await onDone();
  };
  const form = useForm({
    start: { phone: "", isWrong: false },
    check: ({ phone, isWrong }) => ({ phone: isWrong ? undefined : needed(phone, text("volunteer-days.standing.phone.new")) }),
    send: ({ phone, isWrong }, idempotencyKey) =>
      api("PUT /volunteers/:volunteerId/phone", { params, body: { phone: isWrong ? null : phone }, idempotencyKey }),
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
        {!form.values.value.isWrong && (
          <TextField
            name="phone"
            label={text("volunteer-days.standing.phone.new")}
            hint={text("volunteer-days.standing.phone.hint")}
            keyboard="tel"
            autocomplete="off"
            maxLength={30}
          />
        )}
        {masked !== null && <TickField name="isWrong" label={text("volunteer-days.standing.phone.wrong", { phone: masked })} />}
      </Form>
      {mayUndoPhone && <ActButton onAct={undo}>{text("volunteer-days.standing.phone.undo")}</ActButton>}
    </details>
  );
}
