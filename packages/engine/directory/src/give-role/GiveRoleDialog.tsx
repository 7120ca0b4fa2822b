import { Await, browserPorts, dateOf, useLoaded } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, neededChoice, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import type { PersonDialogProps } from "../edit-person/EditPersonDialog.js";
import { allChoices } from "../keep-places/place-choices.js";
import { roleKinds, type RoleKind } from "../words.js";

type Choices = Awaited<ReturnType<typeof loadChoices>>;
async function loadChoices() {
  const [{ places }, { organizations }] = await Promise.all([api("GET /places"), api("GET /organizations")]);
  return { places: allChoices(places), organizations: organizations.filter((o) => o.closedOn === null) };
}

function RoleForm({ person, onClose, onDone, choices: { places, organizations } }: PersonDialogProps & { readonly choices: Choices }) {
  const form = useForm({
    start: {
      kind: "" as RoleKind | "",
      title: "",
      placeId: places[0]?.value ?? "",
      organizationId: "",
      fromOn: dateOf(new Date(browserPorts.now()).toISOString()),
      toOn: "",
    },
    check: ({ kind, placeId, fromOn }) => ({
      kind: neededChoice(kind, t("directory.page.role")),
      placeId: neededChoice(placeId, t("directory.page.place")),
      fromOn: needed(fromOn, t("directory.page.fromOn")),
    }),
    send: ({ kind, toOn, organizationId, ...values }, idempotencyKey) =>
      api("POST /people/:personId/roles", {
        params: { personId: person.id },
        body: { ...values, kind: kind as RoleKind, toOn: toOn || null, organizationId: organizationId || null },
        idempotencyKey,
      }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(t("directory.page.roleGiven"));
    },
  });
  return (
    <Form form={form} submit={t("directory.page.giveRole")}>
      <SelectField
        name="kind"
        label={t("directory.page.role")}
        empty={t("directory.page.choose")}
        choices={roleKinds.map((value) => ({ value, label: t(`directory.role.${value}`) }))}
      />
      <TextField name="title" label={t("directory.page.roleTitle")} hint={t("directory.page.roleTitleHint")} isOptional />
      <SelectField name="placeId" label={t("directory.page.place")} choices={places} />
      <SelectField
        name="organizationId"
        label={t("directory.page.organization")}
        empty={t("directory.page.unsaid")}
        choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        isOptional
      />
      <DayField name="fromOn" label={t("directory.page.fromOn")} />
      <DayField name="toOn" label={t("directory.page.toOn")} isOptional />
    </Form>
  );
}

function LoadedForm(props: PersonDialogProps) {
  const choices = useLoaded(loadChoices, []);
  return <Await of={choices}>{(value) => <RoleForm {...props} choices={value} />}</Await>;
}

/** Gives this person a role at a place for a time. */
export const GiveRoleDialog = (props: PersonDialogProps) => (
  <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t("directory.page.giveRoleTo", { name: props.person.fullName })}>
    <LoadedForm {...props} />
  </Dialog>
);
