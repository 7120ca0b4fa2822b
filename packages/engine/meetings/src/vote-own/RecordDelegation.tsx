import { useSignal } from "@preact/signals";
import { Form, needed, neededChoice, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { PersonPicker, type PickedPerson } from "../set-up-body/PersonPicker.js";

/** A paper by which a unit named somebody to vote for it: who, and what was shown. */
export function RecordDelegation({ pollId, unitId, reload }: { readonly pollId: string; readonly unitId: string; readonly reload: () => Promise<void> }) {
  const person = useSignal<PickedPerson | undefined>(undefined);
  const form = useForm({
    start: { personId: "", proof: "" },
    check: ({ personId, proof }) => ({
      personId: neededChoice(personId, text("meetings.ownVotes.person")),
      proof: needed(proof, text("meetings.ownVotes.shown")),
    }),
    send: (body) => api("POST /polls/:pollId/delegations", { params: { pollId }, body: { unitId, ...body } }),
    onDone: () => reload(),
  });
  const pick = (picked: PickedPerson) => {
    person.value = picked;
    form.set("personId", picked.id);
  };
  return (
    <details>
      <summary>{text("meetings.ownVotes.record")}</summary>
      <Form form={form} submit={text("meetings.ownVotes.keep")} look="soft">
        <PersonPicker label={person.value ? text("meetings.body.who", { name: person.value.name }) : text("meetings.ownVotes.person")} onPick={pick} />
        <TextField name="proof" label={text("meetings.ownVotes.shown")} hint={text("meetings.ownVotes.shownHint")} maxLength={100} />
      </Form>
    </details>
  );
}
