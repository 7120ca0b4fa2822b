import { Await, useLoaded } from "@lianxin/web-kit";
import { DayField, needed, neededChoice, SelectField, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

type Parties = Awaited<ReturnType<typeof readParties>>;
const readParties = (partId: string) => api("GET /parts/:partId/parties", { params: { partId } });

function Claim({ line, onDone, parties }: VerbProps & { readonly parties: Parties }) {
  const { self, organizations } = parties;
  return (
    <VerbButton
      verb={text("commitments.verb.counterClaim")}
      title={text("commitments.counterClaim.title", { title: line.title })}
      done={text("commitments.done.counterClaim")}
      start={{ ownerOrganizationId: self?.organizationIds[0] ?? "", dueOn: line.dueOn ?? "", words: "", conditions: "" }}
      check={({ ownerOrganizationId, dueOn, words }) => ({
        ownerOrganizationId: neededChoice(ownerOrganizationId, text("commitments.field.organization")),
        dueOn: neededChoice(dueOn, text("commitments.field.dueOn")),
        words: needed(words, text("commitments.field.why")),
      })}
      send={(body, idempotencyKey) =>
        api("POST /parts/:partId/counter-claims", { params: { partId: line.partId }, body: { ...body, ownerId: self?.id ?? "" }, idempotencyKey })
      }
      onDone={onDone}
    >
      <p>{text("commitments.counterClaim.hint", { owner: line.owner ?? "", organization: line.ownerOrganization ?? "" })}</p>
      <SelectField
        name="ownerOrganizationId"
        label={text("commitments.field.organization")}
        empty={text("commitments.field.choose")}
        choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DayField name="dueOn" label={text("commitments.field.dueOn")} />
      <TextArea name="words" label={text("commitments.field.why")} maxLength={2000} />
      <TextArea name="conditions" label={text("commitments.field.conditions")} isOptional rows={2} maxLength={2000} />
    </VerbButton>
  );
}

/** Says in one's own name that one would lead what another leads. */
export function CounterClaimButton(props: VerbProps) {
  const parties = useLoaded(() => readParties(props.line.partId), [props.line.partId]);
  return <Await of={parties}>{(value) => (value.self ? <Claim {...props} parties={value} /> : null)}</Await>;
}
