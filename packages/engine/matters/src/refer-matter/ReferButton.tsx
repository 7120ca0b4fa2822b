import { useSignal } from "@preact/signals";
import { Await, Button, useLoaded } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, TextArea, TextField, TicksField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { loadOrganizations, UnitFields, type Organization } from "./UnitFields.js";

interface Props {
  readonly matterId: string;
  /** What is sent, where the button does not stand beside it. */
  readonly title?: string;
  readonly onDone: () => Promise<void>;
}
const start = { leadId: "", leadName: "", office: "", helpers: [] as readonly string[], note: "" };
type Values = typeof start;

const unitsOf = ({ leadId, leadName, office, helpers }: Values) => [
  { ...(leadId ? { unitId: leadId } : { unitName: leadName }), ...(office ? { office } : {}), isLead: true },
  ...helpers.filter((id) => id !== leadId).map((unitId) => ({ unitId, isLead: false })),
];

function ReferForm({ matterId, organizations, onDone }: Props & { readonly organizations: readonly Organization[] }) {
  const form = useForm<Values, unknown>({
    start,
    check: ({ leadId, leadName }) => ({ leadId: !leadId && !leadName.trim() ? text("matters.refer.leadNeeded") : undefined }),
    send: (values, idempotencyKey) =>
      api("POST /matters/:matterId/referrals", { params: { matterId }, body: { units: unitsOf(values), note: values.note }, idempotencyKey }),
    onDone,
  });
  const choices = organizations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form form={form} submit={text("matters.verb.refer")}>
      <UnitFields idName="leadId" nameName="leadName" label={text("matters.refer.lead")} chosenId={form.values.value.leadId} organizations={organizations} />
      <TextField name="office" label={text("matters.refer.office")} isOptional maxLength={100} />
      {choices.length > 0 && <TicksField name="helpers" label={text("matters.refer.helpers")} choices={choices} />}
      <TextArea name="note" label={text("matters.refer.note")} isOptional rows={2} maxLength={2000} />
    </Form>
  );
}

/** Sends a matter to a unit in the lead and others that help. */
export function ReferButton({ matterId, title, onDone }: Props) {
  const isOpen = useSignal(false);
  const loaded = useLoaded(() => (isOpen.value ? loadOrganizations() : Promise.resolve([])), [isOpen.value]);
  const close = async () => {
    isOpen.value = false;
    toast(text("matters.refer.done"));
    await onDone();
  };
  return (
    <>
      <Button {...(title !== undefined && { look: "soft", "aria-label": `${text("matters.verb.refer")} ${title}` })} onClick={() => (isOpen.value = true)}>
        {text("matters.verb.refer")}
      </Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={text("matters.refer.title")}>
        <Await of={loaded}>{(organizations) => <ReferForm matterId={matterId} organizations={organizations} onDone={close} />}</Await>
      </Dialog>
    </>
  );
}
