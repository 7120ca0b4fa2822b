import { Await, useLoaded } from "@lianxin/web-kit";
import { DayField, needed, neededChoice, SelectField, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

/** Hands a commitment to another organisation and person. */
export function HandOverButton({ line, onDone }: VerbProps) {
  const parties = useLoaded(() => api("GET /parts/:partId/parties", { params: { partId: line.partId } }), [line.partId]);
  return (
    <VerbButton
      verb={text("commitments.verb.transfer")}
      title={text("commitments.transfer.title", { title: line.title })}
      done={text("commitments.done.transfer")}
      start={{ ownerOrganizationId: "", ownerId: "", dueOn: line.dueOn ?? "", reason: "" }}
      check={({ ownerOrganizationId, ownerId, dueOn, reason }) => ({
        ownerOrganizationId: neededChoice(ownerOrganizationId, text("commitments.column.lead")),
        ownerId: neededChoice(ownerId, text("commitments.field.owner")),
        dueOn: neededChoice(dueOn, text("commitments.field.dueOn")),
        reason: needed(reason, text("commitments.field.reason")),
      })}
      send={(body, idempotencyKey) => api("POST /commitments/:commitmentId/hand-overs", { params: { commitmentId: line.commitmentId! }, body, idempotencyKey })}
      onDone={onDone}
    >
      {({ ownerOrganizationId }) => (
        <Await of={parties}>
          {({ organizations }) => (
            <>
              <SelectField
                name="ownerOrganizationId"
                label={text("commitments.field.organization")}
                empty={text("commitments.field.choose")}
                choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <SelectField
                name="ownerId"
                label={text("commitments.field.owner")}
                empty={text("commitments.field.choose")}
                choices={(organizations.find(({ id }) => id === ownerOrganizationId)?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              />
              <DayField name="dueOn" label={text("commitments.field.dueOn")} />
              <TextArea name="reason" label={text("commitments.field.reason")} maxLength={2000} />
            </>
          )}
        </Await>
      )}
    </VerbButton>
  );
}
