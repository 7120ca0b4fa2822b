import { useLocation } from "preact-iso";
import { Card, mayAnywhere } from "@lianxin/web-kit";
import { Form, needed, TextArea, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

interface MatterCardProps {
  readonly matterId: string;
  readonly title: string;
  readonly state: string;
  /** One household's own affair is handed out where it stands, and no meeting was ever its way. */
  readonly isPersonal?: boolean;
}
const ready: ReadonlySet<string> = new Set(["accepted", "referred", "deferred", "decided"]);

function TakeOver({ matterId, title }: MatterCardProps) {
  const { route } = useLocation();
  const form = useForm({
    start: { title: title.slice(0, 100), standard: "" },
    check: (values) => ({ title: needed(values.title, text("meetings.takeOver.what")), standard: needed(values.standard, text("meetings.takeOver.standard")) }),
    send: (body, idempotencyKey) => api("POST /matters/:matterId/promises", { params: { matterId }, body, idempotencyKey }),
    onDone: ({ partId }) => route(`/commitments/${partId}`),
    draft: { key: `meetings.takeOver.${matterId}`, fields: ["title", "standard"] },
  });
  return (
    <Card title={text("meetings.takeOver.title")}>
      <Form form={form} submit={text("meetings.takeOver.submit")}>
        <TextField name="title" label={text("meetings.takeOver.what")} maxLength={100} />
        <TextArea name="standard" label={text("meetings.takeOver.standard")} hint={text("meetings.takeOver.standard.hint")} rows={2} maxLength={2000} />
      </Form>
    </Card>
  );
}

/** On the page of a matter: work that needs no meeting goes into the ledger, and its lead is found there. */
export default function TakeOverCard(props: MatterCardProps) {
  return mayAnywhere("meetings.convene") && ready.has(props.state) && !props.isPersonal ? <TakeOver {...props} /> : null;
}
