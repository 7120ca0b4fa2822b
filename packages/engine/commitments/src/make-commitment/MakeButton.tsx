import { Await, mayAnywhere, Notice, useLoaded } from "@lianxin/web-kit";
import { DayField, needed, neededChoice, SelectField, TextArea, TicksField } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { named, readParties, type Parties } from "./parties.js";
import { noVerifiers, VerifierFields, verifiersOf, type VerifierValues } from "./VerifierFields.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

interface Values extends VerifierValues {
  readonly ownerOrganizationId: string;
  readonly ownerId: string;
  readonly supporting: readonly string[];
  readonly dueOn: string;
  readonly conditions: string;
  readonly standard: string;
}
const startFor = (parties: Parties, origin: "claimed" | "assigned"): Values => ({
  ownerOrganizationId: (origin === "claimed" && parties.self?.organizationIds[0]) || "",
  ownerId: (origin === "claimed" && parties.self?.id) || "",
  supporting: [],
  dueOn: "",
  conditions: "",
  ...noVerifiers,
  standard: "",
});

/** What is missing; the standard only where the part came without one. */
const checkFor =
  (isStandardSaid: boolean) =>
  ({ ownerOrganizationId, ownerId, dueOn, standard }: Values) => ({
    ...(isStandardSaid ? {} : { standard: needed(standard, text("commitments.field.standard")) }),
    ownerOrganizationId: neededChoice(ownerOrganizationId, text("commitments.field.organization")),
    ownerId: neededChoice(ownerId, text("commitments.field.owner")),
    dueOn: neededChoice(dueOn, text("commitments.field.dueOn")),
  });

/** Who helps; where no other organisation is in the books, that is why there is nothing to tick. */
const Supporting = ({ others }: { readonly others: Parties["organizations"] }) => (
  <TicksField
    name="supporting"
    label={text("commitments.field.supporting")}
    isOptional
    {...(others.length === 0 ? { hint: text("commitments.field.supporting.none") } : {})}
    choices={named(others)}
  />
);

const Fields = ({ parties, origin, values }: { readonly parties: Parties; readonly origin: "claimed" | "assigned"; readonly values: Values }) => (
  <>
    {parties.organizations.length === 0 && (
      <Notice>
        <p>{text("commitments.noUnits")}</p>
        {mayAnywhere("directory.arrange") && <a href="/directory/arrange?part=organizations">{text("commitments.addUnit")}</a>}
      </Notice>
    )}
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
    <Supporting others={parties.organizations.filter(({ id }) => id !== values.ownerOrganizationId)} />
    {parties.mayAssign && <VerifierFields parties={parties} ownerId={values.ownerId} values={values} />}
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
      check={checkFor(line.standard !== "")}
      send={({ supporting, standard, ...values }, idempotencyKey) =>
        api("POST /parts/:partId/commitments", {
          params: { partId: line.partId },
          body: {
            ...{ ownerOrganizationId: values.ownerOrganizationId, ownerId: values.ownerId, dueOn: values.dueOn, conditions: values.conditions, origin },
            ...{ supportingOrganizationIds: [...supporting], verifierIds: verifiersOf(values) },
            ...(line.standard === "" ? { standard } : {}),
          },
          idempotencyKey,
        })
      }
      onDone={onDone}
    >
      {(values) => (
        <>
          {line.standard === "" ? (
            <TextArea name="standard" label={text("commitments.field.standard")} hint={text("commitments.field.standard.hint")} rows={2} maxLength={2000} />
          ) : (
            <p>{text("commitments.submit.standard", { standard: line.standard })}</p>
          )}
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
