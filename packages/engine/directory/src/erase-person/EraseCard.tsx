import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Button, Card, mayAnywhere } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import type { Person } from "../find-person/PersonPage.js";

function EraseForm({ person }: { readonly person: Person }) {
  const { route } = useLocation();
  const form = useForm({
    start: { name: "" },
    check: ({ name }) => ({ name: needed(name, t("directory.erase.name")) }),
    send: (body, idempotencyKey) => api("POST /people/:personId/erasure", { params: { personId: person.id }, body, idempotencyKey }),
    onDone: () => {
      toast(t("directory.erase.done"));
      route("/directory");
    },
  });
  return (
    <Form form={form} submit={t("directory.erase.verb")}>
      <p>{t("directory.erase.gone", { name: person.fullName })}</p>
      <p>{t("directory.erase.stays")}</p>
      <TextField name="name" label={t("directory.erase.name")} hint={t("directory.erase.nameHint", { name: person.fullName })} autocomplete="off" />
    </Form>
  );
}

/** Erasing a person who asks for it, or who moved away for good. */
export function EraseCard({ person }: { readonly person: Person }) {
  const isAsking = useSignal(false);
  if (!mayAnywhere("directory.erase")) return null;
  return (
    <Card title={t("directory.erase.title")}>
      <div class="lx-stack">
        <p>{t("directory.erase.note")}</p>
        <div class="lx-actions">
          <Button onClick={() => (isAsking.value = true)}>{t("directory.erase.ask")}</Button>
        </div>
      </div>
      <Dialog isOpen={isAsking.value} onClose={() => (isAsking.value = false)} title={t("directory.erase.askTitle", { name: person.fullName })}>
        <EraseForm person={person} />
      </Dialog>
    </Card>
  );
}
