import { useSignal } from "@preact/signals";
import { Await, Button, useLoaded } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, Form, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { loadOrganizations, UnitFields, type Organization } from "../refer-matter/UnitFields.js";
import { PersonField } from "./PersonField.js";

interface Props {
  readonly matterId: string;
  readonly onDone: () => Promise<void>;
}
const start = { kind: "person", personId: "", unitId: "", unitName: "", note: "" };
type Values = typeof start;

const toWhom = ({ kind, personId, unitId, unitName }: Values) => (kind === "person" ? { personId } : unitId ? { unitId } : { unitName });

function HandOutForm({ matterId, organizations, onDone }: Props & { readonly organizations: readonly Organization[] }) {
  const form = useForm<Values, unknown>({
    start,
    check: ({ kind, personId, unitId, unitName }) => ({
      personId: kind === "person" && !personId ? text("matters.handOut.whoNeeded") : undefined,
      unitId: kind === "unit" && !unitId && !unitName.trim() ? text("matters.refer.leadNeeded") : undefined,
    }),
    send: (values, idempotencyKey) =>
      api("POST /matters/:matterId/handing-out", { params: { matterId }, body: { ...toWhom(values), note: values.note }, idempotencyKey }),
    onDone,
  });
  const { kind, unitId } = form.values.value;
  return (
    <Form form={form} submit={text("matters.verb.handOut")}>
      <ChoiceField
        name="kind"
        label={text("matters.handOut.to")}
        choices={(["person", "unit"] as const).map((value) => ({ value, label: text(`matters.handOut.${value}`) }))}
      />
      {kind === "person" ? (
        <PersonField onSearch={() => form.set("personId", "")} />
      ) : (
        <UnitFields idName="unitId" nameName="unitName" label={text("matters.handOut.unit")} chosenId={unitId} organizations={organizations} />
      )}
      <TextArea name="note" label={text("matters.handOut.note")} hint={text("matters.handOut.note.hint")} isOptional rows={2} maxLength={2000} />
    </Form>
  );
}

/** Hands one household's own affair to a person or a unit. */
export function HandOutButton({ matterId, onDone }: Props) {
  const isOpen = useSignal(false);
  const loaded = useLoaded(() => (isOpen.value ? loadOrganizations() : Promise.resolve([])), [isOpen.value]);
  const close = async () => {
    isOpen.value = false;
    toast(text("matters.handOut.done"));
    await onDone();
  };
  return (
    <>
      <Button look="filled" onClick={() => (isOpen.value = true)}>
        {text("matters.verb.handOut")}
      </Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={text("matters.handOut.title")}>
        <Await of={loaded}>{(organizations) => <HandOutForm matterId={matterId} organizations={organizations} onDone={close} />}</Await>
      </Dialog>
    </>
  );
}
