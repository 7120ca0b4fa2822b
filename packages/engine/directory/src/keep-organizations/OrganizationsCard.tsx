import { Await, Card, EmptyState, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, neededChoice, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { DataTable } from "@lianxin/web-kit/table";
import { api, t } from "../browser.js";
import { placeChoices, type Places } from "../keep-places/PlacesCard.js";
import type { PlaceLine } from "../keep-places/PlaceTree.js";
import { organizationKinds, type OrganizationKind } from "../words.js";

const kindWord = (kind: string): string => t(`directory.organization.${organizationKinds.find((one) => one === kind) ?? "other"}`);

function OrganizationForm({ places, onDone }: { readonly places: readonly PlaceLine[]; readonly onDone: () => Promise<void> }) {
  const form = useForm({
    start: { name: "", kind: "department" as OrganizationKind, placeId: places[0]?.id ?? "" },
    check: ({ name, placeId }) => ({ name: needed(name, t("directory.page.organizationName")), placeId: neededChoice(placeId, t("directory.page.place")) }),
    send: (body, idempotencyKey) => api("POST /organizations", { body, idempotencyKey }),
    onDone: async () => {
      form.startOver();
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
      <SelectField name="placeId" label={t("directory.page.place")} choices={placeChoices(places)} />
    </Form>
  );
}

/** Organisations at the places one may see. */
export function OrganizationsCard({ places }: { readonly places: Places }) {
  const organizations = useLoaded(() => api("GET /organizations"), []);
  return (
    <Card title={t("directory.page.organizationsCard")}>
      <Await of={organizations}>
        {({ organizations }) => (
          <DataTable
            label={t("directory.page.organizationsCard")}
            rows={organizations.filter((row) => row.closedOn === null)}
            keyOf={(row) => row.id}
            empty={<EmptyState why={t("directory.page.noOrganizations")} />}
            columns={[
              { id: "name", head: t("directory.page.organizationName"), onPhone: "title", cell: (row) => row.name },
              { id: "kind", head: t("directory.page.placeKind"), cell: (row) => kindWord(row.kind) },
              { id: "place", head: t("directory.page.place"), cell: (row) => row.placeName },
            ]}
          />
        )}
      </Await>
      <Await of={places}>{({ places }) => <OrganizationForm places={places} onDone={organizations.reload} />}</Await>
    </Card>
  );
}
