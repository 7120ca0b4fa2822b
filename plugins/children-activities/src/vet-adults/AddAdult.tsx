import { useSignal } from "@preact/signals";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, SelectField, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { ChoosePerson } from "../choose-person/ChoosePerson.js";
import { KindField, type AdultKind } from "./KindField.js";

interface Props {
  readonly homes: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => Promise<unknown>;
}

function Fields({ homes, onDone }: Props) {
  const form = useForm({
    start: { personId: "", homeId: homes[0]?.id ?? "", kind: "volunteer", isWoman: false, firstAidUntil: "", trainedOn: "" },
    check: ({ personId }) => ({ personId: needed(personId, text("children-activities.adults.person")) }),
    send: ({ personId, homeId, kind, isWoman, firstAidUntil, trainedOn }) =>
      api("POST /homes/:homeId/adults", {
        params: { homeId },
        body: { personId, kind: kind as AdultKind, isWoman, ...(firstAidUntil && { firstAidUntil }), ...(trainedOn && { trainedOn }) },
      }),
    onDone: async () => {
      toast(text("children-activities.adults.added"));
      await onDone();
    },
  });
  return (
    <Form form={form} submit={text("children-activities.adults.add")}>
      <ChoosePerson name="personId" label={text("children-activities.adults.person")} homeId={form.values.value.homeId} />
      {homes.length > 1 && (
        <SelectField name="homeId" label={text("children-activities.week.home")} choices={homes.map(({ id, name }) => ({ value: id, label: name }))} />
      )}
      <KindField />
      <TickField name="isWoman" label={text("children-activities.adults.woman")} />
      <DayField name="firstAidUntil" label={text("children-activities.adults.firstAid")} isOptional />
      <DayField name="trainedOn" label={text("children-activities.adults.trainedOn")} hint={text("children-activities.adults.trainedOn.hint")} isOptional />
      <p class="lx-hint">{text("children-activities.adults.checkedBy")}</p>
    </Form>
  );
}

/** Somebody more who may be with children at a home: found in the directory, with what is known of their training and first aid. Empty again after each. */
export function AddAdult({ homes, onDone }: Props) {
  const round = useSignal(0);
  const again = async () => {
    round.value++;
    await onDone();
  };
  return <Fields key={round.value} homes={homes} onDone={again} />;
}
