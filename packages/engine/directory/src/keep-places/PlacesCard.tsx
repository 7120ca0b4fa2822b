import { useSignal } from "@preact/signals";
import { Await, Button, Card, EmptyState, ErrorNotice, type Loaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, neededChoice, SelectField, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { DataTable } from "@lianxin/web-kit/table";
import { api, t } from "../browser.js";
import { placeKinds, type PlaceKind } from "../words.js";
import type { PlaceLine } from "./PlaceTree.js";

export type Places = Loaded<{ places: PlaceLine[] }>;
export const openPlaces = (places: readonly PlaceLine[]): PlaceLine[] => places.filter((place) => place.closedOn === null);
export const placeChoices = (places: readonly PlaceLine[]) => openPlaces(places).map(({ id, name }) => ({ value: id, label: name }));
const kindWord = (kind: string): string => t(`directory.place.${placeKinds.find((one) => one === kind) ?? "group"}`);

function PlaceForm({ places, onDone }: { readonly places: readonly PlaceLine[]; readonly onDone: () => Promise<void> }) {
  const form = useForm({
    start: { parentId: places[0]?.id ?? "", kind: "compound" as PlaceKind, name: "", households: "" },
    tidy: { households: tidyDigits },
    check: ({ parentId, name }) => ({ parentId: neededChoice(parentId, t("directory.page.parent")), name: needed(name, t("directory.page.placeName")) }),
    send: ({ households, ...place }, idempotencyKey) =>
      api("POST /places", { body: { ...place, households: /^\d+$/.test(households) ? Number(households) : null }, idempotencyKey }),
    onDone: async () => {
      form.startOver();
      await onDone();
      toast(t("directory.page.placeAdded"));
    },
  });
  return (
    <Form form={form} submit={t("directory.page.addPlace")}>
      <SelectField name="parentId" label={t("directory.page.parent")} choices={placeChoices(places)} />
      <SelectField name="kind" label={t("directory.page.placeKind")} choices={placeKinds.map((value) => ({ value, label: t(`directory.place.${value}`) }))} />
      <TextField name="name" label={t("directory.page.placeName")} maxLength={100} />
      <TextField name="households" label={t("directory.page.households")} keyboard="numeric" width="short" isOptional />
    </Form>
  );
}

/** The tree as a table, a form to add to it, and closing what nobody uses any more. */
export function PlacesCard({ places }: { readonly places: Places }) {
  const error = useSignal<unknown>(undefined);
  const close = (placeId: string) =>
    api("POST /places/:placeId/close", { params: { placeId } }).then(places.reload, (refusal: unknown) => void (error.value = refusal));
  const nameOf = (all: readonly PlaceLine[], id: string | null) => all.find((place) => place.id === id)?.name ?? "";
  return (
    <Card title={t("directory.page.placesCard")}>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <Await of={places}>
        {({ places: all }) => (
          <>
            <DataTable
              label={t("directory.page.placesCard")}
              rows={openPlaces(all)}
              keyOf={(row) => row.id}
              empty={<EmptyState why={t("directory.page.noneFound")} />}
              columns={[
                { id: "name", head: t("directory.page.placeName"), onPhone: "title", cell: (row) => row.name },
                { id: "kind", head: t("directory.page.placeKind"), cell: (row) => kindWord(row.kind) },
                { id: "parent", head: t("directory.page.parent"), cell: (row) => nameOf(all, row.parentId) },
                { id: "households", head: t("directory.page.households"), isNumber: true, cell: (row) => row.households ?? "" },
                {
                  id: "close",
                  head: "",
                  onPhone: "act",
                  cell: (row) =>
                    row.parentId && (
                      <Button look="soft" aria-label={t("directory.page.closeOf", { name: row.name })} onClick={() => void close(row.id)}>
                        {t("directory.page.close")}
                      </Button>
                    ),
                },
              ]}
            />
            <PlaceForm places={all} onDone={places.reload} />
          </>
        )}
      </Await>
    </Card>
  );
}
