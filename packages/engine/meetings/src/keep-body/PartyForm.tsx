import { useLoaded } from "@lianxin/web-kit";
import { Form, needed, SelectField, TextField, TickField, useForm } from "@lianxin/web-kit/forms";
import { directoryApi, text } from "../api.js";
import type { Party } from "./body-words.js";

export interface PartyWords {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly organizationId?: string;
}
const readOrganizations = async () => (await directoryApi("GET /organizations")).organizations;

/** How a side is called, whom it stands for, and whether it must be there. */
export function PartyForm({
  party,
  submit,
  send,
}: {
  readonly party?: Party;
  readonly submit: string;
  readonly send: (words: PartyWords) => Promise<unknown>;
}) {
  const organizations = useLoaded(readOrganizations, []);
  const own = party?.organizationId ?? "";
  const form = useForm({
    start: { name: party?.name ?? "", organizationId: own, isNeeded: party?.isNeeded ?? false },
    check: ({ name }) => ({ name: needed(name, text("meetings.party.name")) }),
    send: ({ name, organizationId, isNeeded }) => send({ name: name.trim(), isNeeded, ...(organizationId && { organizationId }) }),
    onDone(): void {
      form.startOver();
    },
  });
  return (
    <Form form={form} submit={submit} look="soft">
      <TextField name="name" label={text("meetings.party.name")} hint={text("meetings.party.nameHint")} maxLength={100} />
      <SelectField
        name="organizationId"
        label={text("meetings.party.organization")}
        empty={text("meetings.party.noOrganization")}
        choices={(organizations.value ?? []).filter(({ id, closedOn }) => closedOn === null || id === own).map(({ id, name }) => ({ value: id, label: name }))}
        isOptional
      />
      <TickField name="isNeeded" label={text("meetings.party.needed")} hint={text("meetings.party.neededHint")} />
    </Form>
  );
}
