import { toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, DayField, Form, needed, phoneCheck, PhoneField, TextField, TicksField, useForm } from "@lianxin/web-kit/forms";
import { api, text, told } from "../api.js";
import { VersionField, versionSigned } from "../keep-consents/VersionField.js";
import type { Texts } from "./ChildrenPart.js";

const purposes = ["data", "participation", "photo", "health"] as const;
const start = {
  ...{ name: "", bornIn: "", sex: "" as string, grade: "", gridName: "", health: "", aloneRoute: "", givenOn: "", textVersion: "" },
  ...{ guardianName: "", guardianPhone: "", relation: "", agreed: [] as readonly string[], collectorName: "", collectorRelation: "", collectorPhone: "" },
};

interface Props {
  readonly homeId: string;
  readonly texts: Texts;
  readonly onDone: () => Promise<unknown>;
}

/** A child from a signed sheet: what is asked here is all that is kept. Photographs are not ticked unless somebody ticks them. */
export function RegisterForm({ homeId, texts, onDone }: Props) {
  const form = useForm({
    start,
    check: (values) => ({
      name: needed(values.name, text("children-activities.child.name")),
      bornIn: needed(values.bornIn, text("children-activities.child.bornIn")),
      sex: needed(values.sex, text("children-activities.child.isGirl")),
      guardianName: needed(values.guardianName, text("children-activities.guardian")),
      guardianPhone: phoneCheck(values.guardianPhone),
      relation: needed(values.relation, text("children-activities.oneOff.relation")),
      collectorRelation: values.collectorName.trim() ? needed(values.collectorRelation, text("children-activities.register.collectorRelation")) : undefined,
      givenOn: needed(values.givenOn, text("children-activities.register.givenOn")),
      agreed: values.agreed.includes("data") ? undefined : text("children-activities.error.consentNeeded"),
    }),
    send: (v, idempotencyKey) =>
      api("POST /homes/:homeId/children", {
        params: { homeId },
        idempotencyKey,
        body: {
          ...{ name: v.name, bornIn: v.bornIn, isGirl: v.sex === "girl", grade: v.grade, gridName: v.gridName, health: v.health, aloneRoute: v.aloneRoute },
          ...{ textVersion: versionSigned(texts, v), givenOn: v.givenOn, guardian: { name: v.guardianName, phone: v.guardianPhone, relation: v.relation } },
          consents: {
            data: v.agreed.includes("data"),
            participation: v.agreed.includes("participation"),
            photo: v.agreed.includes("photo"),
            health: v.agreed.includes("health"),
          },
          collectors: v.collectorName ? [{ name: v.collectorName, relation: v.collectorRelation, ...(v.collectorPhone && { phone: v.collectorPhone }) }] : [],
        },
      }),
    onDone: async () => {
      toast(text("children-activities.register.done"));
      await onDone();
    },
  });
  return (
    <Form form={form} submit={text("children-activities.register.submit")}>
      <TextField name="name" label={text("children-activities.child.name")} maxLength={50} />
      <TextField name="bornIn" label={text("children-activities.child.bornIn")} hint="2018-05" maxLength={7} />
      <ChoiceField
        name="sex"
        label={text("children-activities.child.isGirl")}
        choices={["girl", "boy"].map((value) => ({ value, label: told("sex", value) }))}
      />
      <TextField name="grade" label={text("children-activities.child.grade")} isOptional maxLength={40} />
      <TextField name="gridName" label={text("children-activities.child.gridName")} isOptional maxLength={40} />
      <TextField name="guardianName" label={text("children-activities.guardian")} maxLength={50} />
      <PhoneField name="guardianPhone" label={text("children-activities.register.phone")} />
      <TextField name="relation" label={text("children-activities.oneOff.relation")} maxLength={20} />
      <DayField name="givenOn" label={text("children-activities.register.givenOn")} />
      <VersionField texts={texts} givenOn={form.values.value.givenOn} />
      <TicksField
        name="agreed"
        label={text("children-activities.register.agreed")}
        choices={purposes.map((value) => ({ value, label: told("consent", value) }))}
      />
      <TextField name="health" label={text("children-activities.child.health")} isOptional maxLength={200} />
      <TextField name="collectorName" label={text("children-activities.register.collector")} isOptional maxLength={50} />
      <TextField name="collectorRelation" label={text("children-activities.register.collectorRelation")} isOptional maxLength={20} />
      <PhoneField name="collectorPhone" label={text("children-activities.register.collectorPhone")} isOptional />
      <TextField
        name="aloneRoute"
        label={text("children-activities.child.aloneRoute")}
        hint={text("children-activities.register.alone")}
        isOptional
        maxLength={200}
      />
    </Form>
  );
}
