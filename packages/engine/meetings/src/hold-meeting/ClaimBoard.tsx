import { useSignal } from "@preact/signals";
import { mayAnywhere, Notice, t } from "@lianxin/web-kit";
import { DayField, Form, needed, neededChoice, SelectField, TextArea, TextField, TicksField, useForm } from "@lianxin/web-kit/forms";
import { text, type RoomAnswer } from "../api.js";
import { PersonPicker, type PickedPerson } from "../set-up-body/PersonPicker.js";
import type { CommandOf } from "../run-meeting/meeting-command.js";
import { evidenceKinds } from "../words.js";
import { hasNoOrganizations, useOrganizations } from "./known-names.js";
import type { RoomState } from "./use-room.js";

type Part = RoomAnswer["parts"][number];
type Send = RoomState["send"];

/** Who leads a part; people in the room are found without a network too. */
export function ClaimForm({ part, people, send }: { readonly part: Part; readonly people: readonly PickedPerson[]; readonly send: Send }) {
  const organizations = useOrganizations();
  const [owner, verifier] = [useSignal<PickedPerson | undefined>(undefined), useSignal<PickedPerson | undefined>(undefined)];
  const form = useForm({
    start: { ownerOrganizationId: "", ownerId: "", dueOn: "", supporting: [] as readonly string[], isAssigned: "", standard: part.standard, conditions: "" },
    check: ({ ownerOrganizationId, ownerId, dueOn, standard }) => ({
      standard: needed(standard, text("meetings.claim.standard")),
      ownerOrganizationId: neededChoice(ownerOrganizationId, text("meetings.claim.lead")),
      ownerId: neededChoice(ownerId, text("meetings.claim.person")),
      dueOn: neededChoice(dueOn, text("meetings.claim.due")),
    }),
    send: ({ ownerOrganizationId, ownerId, dueOn, supporting, isAssigned, standard, conditions }) =>
      send({
        kind: "claim",
        partId: part.id,
        origin: isAssigned ? "assigned" : "claimed",
        ownerOrganizationId,
        ownerId,
        dueOn,
        ...(standard !== part.standard && { standard }),
        ...(conditions.trim() && { conditions }),
        ...(verifier.value ? { verifierId: verifier.value.id } : {}),
        supportingOrganizationIds: supporting.filter((id) => id !== ownerOrganizationId),
      }),
  });
  const pick = (person: PickedPerson) => {
    owner.value = person;
    form.set("ownerId", person.id);
  };
  return (
    <Form form={form} submit={text("meetings.claim.submit")}>
      {hasNoOrganizations() && (
        <Notice>
          <p>{text("meetings.claim.noUnits")}</p>
          {mayAnywhere("directory.arrange") && <a href="/directory/arrange?part=organizations">{text("meetings.claim.addUnit")}</a>}
        </Notice>
      )}
      <SelectField name="ownerOrganizationId" label={text("meetings.claim.lead")} empty={text("meetings.claim.choose")} choices={organizations} />
      <PersonPicker
        label={owner.value ? text("meetings.claim.personIs", { name: owner.value.name }) : text("meetings.claim.person")}
        known={people}
        onPick={pick}
      />
      <DayField name="dueOn" label={text("meetings.claim.due")} />
      {part.standard === "" && <TextArea name="standard" label={text("meetings.claim.standard")} rows={2} maxLength={1000} />}
      <TextArea
        name="conditions"
        label={text("meetings.claim.conditions")}
        hint={text("meetings.claim.conditions.hint")}
        rows={2}
        maxLength={1000}
        isOptional
      />
      <SelectField
        name="isAssigned"
        label={text("meetings.claim.origin")}
        choices={[
          { value: "", label: text("meetings.claim.claimed") },
          { value: "yes", label: text("meetings.claim.assigned") },
        ]}
      />
      <PersonPicker
        label={verifier.value ? text("meetings.claim.verifierIs", { name: verifier.value.name }) : text("meetings.claim.verifier")}
        known={people}
        onPick={(person) => (verifier.value = person)}
      />
      {organizations.length > 0 && <TicksField name="supporting" label={text("meetings.claim.supporting")} choices={organizations} isOptional />}
    </Form>
  );
}

export type NewPart = CommandOf<"openParts">["parts"][number];

/** Divides a decision into parts, one at a time. */
export function PartForm({ decisionId, open }: { readonly decisionId: string; readonly open: (part: NewPart, idempotencyKey: string) => Promise<boolean> }) {
  const form = useForm({
    start: { title: "", standard: "", evidenceNeeds: [] as readonly string[] },
    check: ({ title, standard }) => ({ title: needed(title, text("meetings.claim.part")), standard: needed(standard, text("meetings.claim.standard")) }),
    send: async ({ title, standard, evidenceNeeds }, idempotencyKey) => {
      const needs = evidenceKinds.filter((kind) => evidenceNeeds.includes(kind));
      const part = { title, standard, ...(needs.length > 0 && { evidenceNeeds: needs }) };
      if (await open(part, idempotencyKey)) form.startOver();
    },
    draft: { key: `meetings.part.${decisionId}`, fields: ["title", "standard"] },
  });
  return (
    <Form form={form} submit={text("meetings.claim.add")}>
      <TextField name="title" label={text("meetings.claim.part")} maxLength={100} />
      <TextArea name="standard" label={text("meetings.claim.standard")} maxLength={1000} />
      <TicksField
        name="evidenceNeeds"
        label={text("meetings.claim.evidence")}
        choices={evidenceKinds.map((value) => ({ value, label: t(`commitments.evidence.${value}`) }))}
        isOptional
      />
    </Form>
  );
}
