import { useSignal } from "@preact/signals";
import { t } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, neededChoice, SelectField, TicksField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { PersonPicker, type PickedPerson } from "../set-up-body/PersonPicker.js";
import { seatKinds, seatMarks, type SeatMark } from "../words.js";
import type { Party, Seat } from "./body-words.js";

interface SeatProps {
  readonly bodyId: string;
  readonly reload: () => Promise<void>;
}
const marksOf = (ticked: readonly string[]): SeatMark[] => seatMarks.filter((mark) => ticked.includes(mark));
const MarksField = () => (
  <TicksField
    name="marks"
    label={text("meetings.body.marks")}
    hint={text("meetings.body.marksHint")}
    choices={seatMarks.map((mark) => ({ value: mark, label: text(`meetings.group.${mark}`) }))}
    isOptional
  />
);

/** What a seat counts as, for rules that count women, representatives or who is no cadre. */
export function MarksForm({ bodyId, seat, reload, onDone }: SeatProps & { readonly seat: Seat; readonly onDone: () => void }) {
  const keep = (marks: SeatMark[]) => api("PUT /bodies/:bodyId/seats/:seatId/marks", { params: { bodyId, seatId: seat.id }, body: { marks } });
  const form = useForm({
    start: { marks: seat.marks as readonly string[] },
    send: ({ marks }) => keep(marksOf(marks)),
    async onDone() {
      onDone();
      await reload();
      toast(text("meetings.body.marked", { name: seat.name }), { undo: () => keep([...seat.marks]).then(reload) });
    },
  });
  return (
    <Form form={form} submit={text("meetings.body.keepMarks")} look="soft">
      <MarksField />
    </Form>
  );
}

/** Gives somebody a seat in a party from today on. */
export function AddSeatForm({ bodyId, party, reload }: SeatProps & { readonly party: Party }) {
  const person = useSignal<PickedPerson | undefined>(undefined);
  const form = useForm({
    start: { personId: "", kind: party.seats[0]?.kind ?? "voting", marks: [] as readonly string[] },
    check: ({ personId }) => ({ personId: neededChoice(personId, text("meetings.people.who")) }),
    send: ({ personId, kind, marks }) =>
      api("POST /bodies/:bodyId/seats", { params: { bodyId }, body: { partyId: party.id, personId, kind: kind as "voting", marks: marksOf(marks) } }),
    async onDone({ id }) {
      const name = person.value?.name ?? "";
      person.value = undefined;
      form.startOver();
      await reload();
      toast(text("meetings.body.seated", { name }), {
        undo: () => api("DELETE /bodies/:bodyId/seats/:seatId", { params: { bodyId, seatId: id } }).then(reload),
      });
    },
  });
  const pick = (picked: PickedPerson) => {
    person.value = picked;
    form.set("personId", picked.id);
  };
  return (
    <Form form={form} submit={text("meetings.body.seat")} look="soft">
      <PersonPicker label={person.value ? text("meetings.body.who", { name: person.value.name }) : text("meetings.people.who")} onPick={pick} />
      <SelectField name="kind" label={text("meetings.body.kind")} choices={seatKinds.map((kind) => ({ value: kind, label: t(`meetings.seat.${kind}`) }))} />
      <MarksField />
    </Form>
  );
}
