import { useState } from "preact/hooks";
import { Button, Card, mayAnywhere } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

interface EraseProps {
  readonly person: { readonly id: string; readonly name: string; readonly isInDirectory: boolean; readonly ahead: number };
  readonly onDone: () => Promise<unknown>;
}

function EraseForm({ person: { id, name, ahead }, onDone }: EraseProps) {
  const form = useForm({
    start: { name: "" },
    check: (values) => ({ name: needed(values.name, text("volunteer-days.join.name")) }),
    send: (body, idempotencyKey) => api("POST /volunteers/:volunteerId/erasure", { params: { volunteerId: id }, body, idempotencyKey }),
    onDone: async () => {
      toast(text("volunteer-days.erase.done"));
      await onDone();
    },
  });
  return (
    <Form form={form} submit={text("volunteer-days.erase.verb")}>
      <p>{text("volunteer-days.erase.gone")}</p>
      {ahead > 0 && <p>{text("volunteer-days.erase.ahead", { count: ahead })}</p>}
      <p>{text("volunteer-days.erase.stays")}</p>
      <TextField name="name" label={text("volunteer-days.erase.name")} hint={text("volunteer-days.erase.nameHint", { name })} autocomplete="off" />
    </Form>
  );
}

/** Whoever asks for it is erased: here who is known by name and phone alone, in the directory who stands there. */
export function EraseCard({ person, onDone }: EraseProps) {
  const [isAsking, ask] = useState(false);
  if (!mayAnywhere("volunteer-days.plan") || person.name === "") return null;
  return (
    <Card title={text("volunteer-days.erase.title")}>
      {person.isInDirectory ? (
        <p class="lx-hint">{text("volunteer-days.erase.inDirectory")}</p>
      ) : (
        <div class="lx-stack">
          <p class="lx-hint">{text("volunteer-days.erase.note")}</p>
          <div class="lx-actions">
            <Button onClick={() => ask(true)}>{text("volunteer-days.erase.ask")}</Button>
          </div>
        </div>
      )}
      <Dialog isOpen={isAsking} onClose={() => ask(false)} title={text("volunteer-days.erase.askTitle", { name: person.name })}>
        <EraseForm person={person} onDone={onDone} />
      </Dialog>
    </Card>
  );
}
