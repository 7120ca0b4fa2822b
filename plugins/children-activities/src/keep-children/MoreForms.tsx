import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, PhoneField, SelectField, TextField, TicksField, useForm } from "@lianxin/web-kit/forms";
import { api, text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import { VersionField, versionSigned } from "../keep-consents/VersionField.js";
import type { Child, Texts } from "./ChildrenPart.js";

interface Props {
  readonly child: Child;
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}
const purposes = ["data", "participation", "photo", "health"] as const;
const noLongerNeeded = async (): Promise<void> => undefined;

/** Somebody more who may collect the child, as a guardian wrote it down. */
export function CollectorForm({ child, act }: Props) {
  const form = useForm({
    start: { name: "", phone: "", relation: "", namedById: child.guardians[0]?.guardianId ?? "" },
    check: ({ name, relation }) => ({
      name: needed(name, text("children-activities.oneOff.name")),
      relation: needed(relation, text("children-activities.oneOff.relation")),
    }),
    send: ({ phone, ...said }) => api("POST /children/:childId/collectors", { params: { childId: child.id }, body: { ...said, ...(phone && { phone }) } }),
    onDone: async () => {
      toast(text("children-activities.collector.added"));
      form.startOver();
      await act(noLongerNeeded);
    },
  });
  return (
    <Fold title={text("children-activities.collector.add")}>
      <Form form={form} submit={text("children-activities.collector.add")}>
        <TextField name="name" label={text("children-activities.child.name")} maxLength={50} />
        <TextField name="relation" label={text("children-activities.oneOff.relation")} maxLength={20} />
        <PhoneField name="phone" label={text("children-activities.collector.phone")} isOptional />
        <SelectField
          name="namedById"
          label={text("children-activities.collector.by")}
          choices={child.guardians.map(({ guardianId, relation, name }) => ({ value: guardianId, label: `${relation} ${name}` }))}
        />
      </Form>
    </Fold>
  );
}

/** Another guardian from their own signed sheet. */
export function GuardianForm({ child, texts, act }: Props & { readonly texts: Texts }) {
  const form = useForm({
    start: { name: "", phone: "", relation: "", givenOn: "", textVersion: "", agreed: ["data", "participation"] as readonly string[] },
    check: ({ name, phone, relation, givenOn, agreed }) => ({
      name: needed(name, text("children-activities.guardian")),
      phone: needed(phone, text("children-activities.register.phone")),
      relation: needed(relation, text("children-activities.oneOff.relation")),
      givenOn: needed(givenOn, text("children-activities.register.givenOn")),
      agreed: agreed.includes("data") ? undefined : text("children-activities.error.consentNeeded"),
    }),
    send: ({ agreed, ...said }, idempotencyKey) =>
      api("POST /children/:childId/guardians", {
        params: { childId: child.id },
        idempotencyKey,
        body: {
          ...said,
          textVersion: versionSigned(texts, said),
          consents: {
            data: agreed.includes("data"),
            participation: agreed.includes("participation"),
            photo: agreed.includes("photo"),
            health: agreed.includes("health"),
          },
        },
      }),
    onDone: async () => {
      toast(text("children-activities.register.done"));
      form.startOver();
      await act(noLongerNeeded);
    },
  });
  return (
    <Fold title={text("children-activities.guardian.add")}>
      <Form form={form} submit={text("children-activities.guardian.add")}>
        <TextField name="name" label={text("children-activities.guardian")} maxLength={50} />
        <PhoneField name="phone" label={text("children-activities.register.phone")} />
        <TextField name="relation" label={text("children-activities.oneOff.relation")} maxLength={20} />
        <DayField name="givenOn" label={text("children-activities.register.givenOn")} />
        <VersionField texts={texts} givenOn={form.values.value.givenOn} />
        <TicksField
          name="agreed"
          label={text("children-activities.register.agreed")}
          hint={text("children-activities.guardian.no")}
          choices={purposes.map((value) => ({ value, label: told("consent", value) }))}
        />
      </Form>
    </Fold>
  );
}
