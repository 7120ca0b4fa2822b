import { useLocation } from "preact-iso";
import { Await, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, neededChoice, SelectField, TextArea, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { evidenceKinds } from "../report-progress/evidence-kinds.js";
import { NeedsField } from "./NeedsButton.js";

function OpenForm({ places }: { readonly places: readonly { readonly id: string; readonly name: string; readonly depth: number }[] }) {
  const { route } = useLocation();
  const form = useForm({
    start: { title: "", standard: "", placeId: places.length === 1 ? places[0]!.id : "", from: "", needs: [] as readonly string[] },
    check: ({ title, standard, placeId, from }) => ({
      title: needed(title, text("commitments.column.title")),
      standard: needed(standard, text("commitments.field.standard")),
      placeId: neededChoice(placeId, text("commitments.field.place")),
      from: needed(from, text("commitments.column.source")),
    }),
    send: ({ needs, ...body }, idempotencyKey) =>
      api("POST /parts", { body: { ...body, evidenceNeeds: evidenceKinds.filter((kind) => needs.includes(kind)) }, idempotencyKey }),
    onDone: ({ id }) => {
      toast(text("commitments.done.open"));
      route(`/commitments/${id}`);
    },
    draft: { key: "commitments.open", fields: ["title", "standard", "from"] },
  });
  return (
    <Form form={form} submit={text("commitments.open.submit")}>
      <TextField name="title" label={text("commitments.column.title")} maxLength={100} />
      <TextArea name="standard" label={text("commitments.field.standard")} hint={text("commitments.field.standard.hint")} rows={2} maxLength={2000} />
      <SelectField
        name="placeId"
        label={text("commitments.field.place")}
        empty={text("commitments.field.choose")}
        choices={places.map(({ id, name, depth }) => ({ value: id, label: `${"　".repeat(depth)}${name}` }))}
      />
      <TextField name="from" label={text("commitments.column.source")} hint={text("commitments.field.source.hint")} maxLength={100} />
      <NeedsField />
    </Form>
  );
}

/** Puts a piece of work into the ledger without a meeting. */
export default function OpenPartPage() {
  const places = useLoaded(() => api("GET /places"), []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("commitments.page.open")} />
      <Await of={places}>{({ places: rows }) => <OpenForm places={rows} />}</Await>
    </div>
  );
}
