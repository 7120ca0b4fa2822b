import { useSignal } from "@preact/signals";
import { Await, Button, Card, EmptyState, useLoaded } from "@lianxin/web-kit";
import { Plus } from "@lianxin/web-kit/icons";
import { DataTable } from "@lianxin/web-kit/table";
import { api, t } from "../browser.js";
import type { Places } from "../keep-places/PlacesCard.js";
import { organizationKinds } from "../words.js";
import { OrganizationDialog, type Organization } from "./OrganizationDialog.js";

const kindWord = (kind: string): string => t(`directory.organization.${organizationKinds.find((one) => one === kind) ?? "other"}`);

/** Organisations at the places one may see. */
export function OrganizationsCard({ places }: { readonly places: Places }) {
  const organizations = useLoaded(() => api("GET /organizations"), []);
  const asking = useSignal<Organization | "new" | undefined>(undefined);
  return (
    <Card
      title={t("directory.page.organizationsCard")}
      aside={
        <Button icon={Plus} onClick={() => (asking.value = "new")}>
          {t("directory.page.addOrganization")}
        </Button>
      }
      isFlush
    >
      <Await of={organizations}>
        {({ organizations }) => (
          <DataTable
            label={t("directory.page.organizationsCard")}
            rows={organizations.filter((row) => row.closedOn === null)}
            keyOf={(row) => row.id}
            empty={<EmptyState why={t("directory.page.noOrganizations")} />}
            columns={[
              { id: "name", head: t("directory.page.organizationName"), onPhone: "title", cell: (row) => row.name, sort: (row) => row.name },
              { id: "kind", head: t("directory.page.placeKind"), cell: (row) => kindWord(row.kind), sort: (row) => kindWord(row.kind) },
              { id: "place", head: t("directory.page.place"), cell: (row) => row.placeName },
              {
                id: "act",
                head: "",
                onPhone: "act",
                cell: (row) => (
                  <Button look="plain" aria-label={t("directory.arrange.changeOf", { name: row.name })} onClick={() => (asking.value = row)}>
                    {t("directory.arrange.change")}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Await>
      <OrganizationDialog
        organization={typeof asking.value === "object" ? asking.value : undefined}
        places={places.value?.places ?? []}
        isOpen={asking.value !== undefined}
        onClose={() => (asking.value = undefined)}
        onDone={organizations.reload}
      />
    </Card>
  );
}
