import { useLocation } from "preact-iso";
import { useSignal } from "@preact/signals";
import { Card, Notice, PageHead } from "@lianxin/web-kit";
import { Form, needed, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

/** For who stands at the door, without an account: one's name, and one is on the list as there. */
export default function CheckInPage() {
  const { query } = useLocation();
  const done = useSignal<string | undefined>(undefined);
  const form = useForm({
    start: { name: "", code: query.code ?? "" },
    tidy: { code: tidyDigits },
    check: ({ name, code }) => ({ name: needed(name, text("meetings.door.name")), code: needed(code, text("meetings.door.code")) }),
    send: ({ name, code }, idempotencyKey) => api("POST /public/check-ins", { body: { meetingId: query.meeting ?? "", code, name }, idempotencyKey }),
    onDone: ({ title }) => void (done.value = title),
  });
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text(done.value === undefined ? "meetings.door.heading" : "meetings.door.done")} />
      {done.value === undefined ? (
        <Card title={text("meetings.door.who")}>
          <Form form={form} submit={text("meetings.door.submit")}>
            <TextField name="name" label={text("meetings.door.name")} hint={text("meetings.door.hint")} autocomplete="name" maxLength={50} />
            <TextField name="code" label={text("meetings.door.code")} keyboard="numeric" width="short" />
          </Form>
        </Card>
      ) : (
        <Notice kind="done">{text("meetings.door.there", { title: done.value })}</Notice>
      )}
    </div>
  );
}
