import { useState } from "preact/hooks";
import { Card } from "@lianxin/web-kit";
import { Form, needed, SelectField, TextField, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { Joined } from "./JoinDone.js";
import { PeopleList } from "./PeopleList.js";
import { proofOf, recall, remember } from "./recall.js";

interface FamilyFormProps {
  readonly dayId: string;
  readonly sendsTexts: boolean;
  readonly phone: string;
  readonly siteId: string | null;
  /** Of who is here already. */
  readonly link: string | null;
}
const bands = ["adult", "youth", "child"] as const;

/** Another one of the family under the same number, at the same compound; a child comes with a grown-up of that number who has a place. */
export function FamilyForm({ dayId, sendsTexts, phone, siteId, link: own }: FamilyFormProps) {
  const [added, setAdded] = useState<readonly Joined[]>([]);
  const form = useForm({
    start: { name: "", age: "adult" as string, hasGuardian: false },
    check: ({ name }) => ({ name: needed(name, text("volunteer-days.join.name")) }),
    send: async ({ name, age, hasGuardian }, idempotencyKey) => {
      const ageBand = bands.find((band) => band === age) ?? "adult";
      const by = proofOf(own ?? recall(dayId)[0]?.link);
      const body = { phone, ...(siteId && { siteId }), ...(by && { by }), people: [{ name, ageBand, ...(ageBand === "youth" && { hasGuardian }) }] };
      const { people } = await api("POST /public/days/:dayId/groups", { params: { dayId }, body, idempotencyKey });
      for (const { link, number } of people) if (link && number) remember(dayId, { link, number });
      return people.map((one) => ({ ...one, name }));
    },
    onDone: (people) => {
      form.startOver();
      setAdded([...added, ...people]);
    },
  });
  return (
    <Card title={text("volunteer-days.family.title")}>
      {added.length > 0 && <PeopleList people={added} sendsTexts={sendsTexts} />}
      <Form form={form} submit={text("volunteer-days.family.submit")}>
        <TextField name="name" label={text("volunteer-days.family.name")} maxLength={50} />
        <SelectField
          name="age"
          label={text("volunteer-days.join.age")}
          choices={bands.map((band) => ({ value: band, label: text(`volunteer-days.age.${band}`) }))}
        />
        {form.values.value.age === "youth" && <TickField name="hasGuardian" label={text("volunteer-days.join.guardian")} />}
      </Form>
    </Card>
  );
}
