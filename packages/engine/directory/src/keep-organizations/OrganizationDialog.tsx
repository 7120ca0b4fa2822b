import { Await, useLoaded } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, neededChoice, SelectField, TextField, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import { placeChoices } from "../keep-places/place-choices.js";
import type { PlaceLine } from "../keep-places/PlaceTree.js";
import { organizationKinds, type OrganizationKind } from "../words.js";

export type Organization = Awaited<ReturnType<typeof api<"GET /organizations">>>["organizations"][number];
interface OrganizationDialogProps {
  /** The organisation to change; a new one without it. */
  readonly organization: Organization | undefined;
  readonly places: readonly PlaceLine[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

function FormerNames({ organizationId }: { readonly organizationId: string }) {
  const names = useLoaded(() => api("GET /organizations/:organizationId/names", { params: { organizationId } }), [organizationId]);
  return (
    <Await of={names}>
      {({ names }) => (
        <p class="lx-hint">
          {names.length > 1 &&
            t("directory.arrange.formerNames", {
              names: names
                .filter((one) => one.toOn !== null)
                .map((one) => one.name)
                .join("、"),
            })}
        </p>
      )}
    </Await>
  );
}

function ChangeForm({ organization, onClose, onDone }: OrganizationDialogProps & { readonly organization: Organization }) {
  const form = useForm({
    start: { name: organization.name, isClosed: false },
    check: ({ name }) => ({ name: needed(name, t("directory.page.organizationName")) }),
    send: (change) =>
      api("PATCH /organizations/:organizationId", { params: { organizationId: organization.id }, body: { ...change, version: organization.version } }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(t("directory.page.edited"));
    },
  });
  return (
    <Form form={form} submit={t("directory.page.save")}>
      <TextField name="name" label={t("directory.page.organizationName")} hint={t("directory.arrange.renameHint")} maxLength={100} />
      <FormerNames organizationId={organization.id} />
      <TickField name="isClosed" label={t("directory.arrange.closeOrganization")} />
    </Form>
  );
}

function AddForm({ places, onClose, onDone }: OrganizationDialogProps) {
  const choices = placeChoices(places);
  const form = useForm({
    start: { name: "", kind: "department" as OrganizationKind, placeId: choices[0]?.value ?? "" },
    check: ({ name, placeId }) => ({ name: needed(name, t("directory.page.organizationName")), placeId: neededChoice(placeId, t("directory.page.place")) }),
    send: (body, idempotencyKey) => api("POST /organizations", { body, idempotencyKey }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(t("directory.page.placeAdded"));
    },
  });
  return (
    <Form form={form} submit={t("directory.page.addOrganization")}>
      <TextField name="name" label={t("directory.page.organizationName")} maxLength={100} />
      <SelectField
        name="kind"
        label={t("directory.page.placeKind")}
        choices={organizationKinds.map((value) => ({ value, label: t(`directory.organization.${value}`) }))}
      />
      <SelectField name="placeId" label={t("directory.page.place")} choices={choices} />
    </Form>
  );
}

/** Adds an organisation, renames it with its former name kept, or closes it. */
export const OrganizationDialog = (props: OrganizationDialogProps) => (
  <Dialog
    isOpen={props.isOpen}
    onClose={props.onClose}
    title={props.organization ? t("directory.arrange.changeOf", { name: props.organization.name }) : t("directory.page.addOrganization")}
  >
    {props.organization ? <ChangeForm {...props} organization={props.organization} /> : <AddForm {...props} />}
  </Dialog>
);
