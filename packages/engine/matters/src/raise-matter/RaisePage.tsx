import { useLocation } from "preact-iso";
import { Await, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, Form, needed, neededChoice, SelectField, TextArea, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { ReporterField } from "./ReporterField.js";
import type { reporters } from "./raise-matter.js";

type Reporter = (typeof reporters)[number];
interface Values {
  readonly title: string;
  readonly detail: string;
  readonly placeId: string;
  readonly spot: string;
  readonly reporter: Reporter;
  readonly reporterId: string;
  readonly wish: string;
}
const start: Values = { title: "", detail: "", placeId: "", spot: "", reporter: "self", reporterId: "", wish: "" };

const choicesOf = () =>
  [
    { value: "self", label: text("matters.field.reporter.self") },
    ...(mayAnywhere("matters.enter") ? [{ value: "other", label: text("matters.field.reporter.other"), hint: text("matters.field.reporter.other.hint") }] : []),
    { value: "unnamed", label: text("matters.field.reporter.unnamed"), hint: text("matters.field.reporter.unnamed.hint") },
  ] as const;

const bodyOf = ({ reporterId, ...values }: Values) => ({ ...values, ...(values.reporter === "other" ? { reporterId } : {}) });

function RaiseForm({ places }: { readonly places: readonly { id: string; name: string; depth: number }[] }) {
  const { route } = useLocation();
  const form = useForm({
    start: { ...start, placeId: places.length === 1 ? places[0]!.id : "" },
    check: ({ title, placeId, reporter, reporterId }) => ({
      title: needed(title, text("matters.field.title")),
      placeId: neededChoice(placeId, text("matters.field.placeId")),
      reporterId: reporter === "other" ? neededChoice(reporterId, text("matters.field.reporterId")) : undefined,
    }),
    send: (values, idempotencyKey) => api("POST /matters", { body: bodyOf(values), idempotencyKey }),
    onDone: ({ id, number }) => {
      toast(text("matters.raise.done", { number }));
      route(`/matters/${id}`);
    },
    draft: { key: "matters.raise", fields: ["title", "detail", "spot", "wish"] },
  });
  return (
    <Form form={form} submit={text("matters.raise.submit")}>
      <TextField name="title" label={text("matters.field.title")} maxLength={100} />
      <SelectField
        name="placeId"
        label={text("matters.field.placeId")}
        empty={text("matters.field.placeId.empty")}
        choices={places.map(({ id, name, depth }) => ({ value: id, label: `${"　".repeat(depth)}${name}` }))}
      />
      <TextField name="spot" label={text("matters.field.spot")} hint={text("matters.field.spot.hint")} isOptional maxLength={100} />
      <ChoiceField name="reporter" label={text("matters.field.reporter")} choices={choicesOf()} />
      {form.values.value.reporter === "other" && <ReporterField onChoose={(id) => form.set("reporterId", id)} />}
      <TextArea name="detail" label={text("matters.field.detail")} isOptional maxLength={2000} />
      <TextArea name="wish" label={text("matters.field.wish")} isOptional rows={2} maxLength={2000} />
    </Form>
  );
}

/** Notes a matter: what, where, who, and what is wished for. */
export default function RaisePage() {
  const places = useLoaded(() => api("GET /places"), []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("matters.page.raise.heading")} />
      <Await of={places}>{({ places: rows }) => <RaiseForm places={rows} />}</Await>
    </div>
  );
}
