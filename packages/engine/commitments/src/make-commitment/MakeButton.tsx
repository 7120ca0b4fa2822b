import { Await, useLoaded } from "@lianxin/web-kit";
import { DayField, neededChoice, SelectField, TextArea, TicksField } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

type Parties = Awaited<ReturnType<typeof readParties>>;
const readParties = (partId: string) => api("GET /parts/:partId/parties", { params: { partId } });

interface Values {
  readonly ownerOrganizationId: string;
  readonly ownerId: string;
  readonly supporting: readonly string[];
  readonly dueOn: string;
  readonly conditions: string;
  readonly verifierId: string;
}
const startFor = (parties: Parties, origin: "claimed" | "assigned"): Values => ({
  ownerOrganizationId: (origin === "claimed" && parties.self?.organizationIds[0]) || "",
  ownerId: (origin === "claimed" && parties.self?.id) || "",
  supporting: [],
  dueOn: "",
  conditions: "",
  verifierId: "",
});

const check = ({ ownerOrganizationId, ownerId, dueOn }: Values) => ({
  ownerOrganizationId: neededChoice(ownerOrganizationId, text("commitments.field.organization")),
  ownerId: neededChoice(ownerId, text("commitments.field.owner")),
  dueOn: neededChoice(dueOn, text("commitments.field.dueOn")),
});

const named = (rows: readonly { readonly id: string; readonly name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));

/** Everyone who may check: people of the organisations, but the owner. */
const checkers = ({ organizations }: Parties, ownerId: string) =>
  [...new Map(organizations.flatMap(({ people }) => people).map((person) => [person.id, person])).values()].filter(({ id }) => id !== ownerId);

const Fields = ({ parties, origin, values }: { readonly parties: Parties; readonly origin: "claimed" | "assigned"; readonly values: Values }) => (
  <>
    <SelectField
      name="ownerOrganizationId"
      label={text("commitments.field.organization")}
      empty={text("commitments.field.choose")}
      choices={named(parties.organizations)}
    />
    {origin === "assigned" && (
      <SelectField
        name="ownerId"
        label={text("commitments.field.owner")}
        hint={text("commitments.field.owner.hint")}
        empty={text("commitments.field.choose")}
        choices={named(parties.organizations.find(({ id }) => id === values.ownerOrganizationId)?.people ?? [])}
      />
    )}
    <DayField name="dueOn" label={text("commitments.field.dueOn")} />
    <TicksField
      name="supporting"
      label={text("commitments.field.supporting")}
      isOptional
      choices={named(parties.organizations.filter(({ id }) => id !== values.ownerOrganizationId))}
    />
    {parties.mayAssign && (
      <SelectField
        name="verifierId"
        label={text("commitments.field.verifier")}
        isOptional
        empty={text("commitments.field.later")}
        choices={named(checkers(parties, values.ownerId))}
      />
    )}
    <TextArea name="conditions" label={text("commitments.field.conditions")} isOptional rows={2} maxLength={2000} />
  </>
);

interface MakeProps extends VerbProps {
  readonly origin: "claimed" | "assigned";
  readonly isFilled: boolean;
}

function Make({ line, onDone, origin, isFilled, parties }: MakeProps & { readonly parties: Parties }) {
  return (
    <VerbButton<Values>
      verb={text(origin === "claimed" ? "commitments.verb.claim" : "commitments.verb.assign")}
      title={text("commitments.make.title", { title: line.title })}
      done={text(origin === "claimed" ? "commitments.done.claim" : "commitments.done.assign")}
      isFilled={isFilled}
      start={startFor(parties, origin)}
      check={check}
      send={({ supporting, verifierId, ...values }, idempotencyKey) =>
        api("POST /parts/:partId/commitments", {
          params: { partId: line.partId },
          body: { ...values, origin, supportingOrganizationIds: [...supporting], ...(verifierId ? { verifierId } : {}) },
          idempotencyKey,
        })
      }
      onDone={onDone}
    >
      {(values) => (
        <>
          <p>{text("commitments.submit.standard", { standard: line.standard })}</p>
          <Fields parties={parties} origin={origin} values={values} />
        </>
      )}
    </VerbButton>
  );
}

/** Claims a part for oneself, or gives it to an organisation and a person in it. */
export function MakeButton(props: MakeProps) {
  const parties = useLoaded(() => readParties(props.line.partId), [props.line.partId]);
  return (
    <Await of={parties} lines={1}>
      {(value) => <Make {...props} parties={value} />}
    </Await>
  );
}
