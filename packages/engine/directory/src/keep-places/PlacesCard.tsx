import { useSignal } from "@preact/signals";
import { Await, Button, Card, EmptyState, ErrorNotice, type Loaded } from "@lianxin/web-kit";
import { Plus } from "@lianxin/web-kit/icons";
import { DataTable } from "@lianxin/web-kit/table";
import { api, t } from "../browser.js";
import { placeKinds } from "../words.js";
import { orderPlaces } from "./order-places.js";
import { mainPlaces } from "./place-choices.js";
import { PlaceDialog } from "./PlaceDialog.js";
import type { PlaceLine } from "./PlaceTree.js";

export type Places = Loaded<{ places: PlaceLine[] }>;
type Asking = PlaceLine | "new" | undefined;
const kindWord = (kind: string): string => t(`directory.place.${placeKinds.find((one) => one === kind) ?? "group"}`);

interface TableProps {
  readonly places: readonly PlaceLine[];
  readonly onChange: (place: PlaceLine) => void;
  readonly onClose: (place: PlaceLine) => void;
}

const PlaceTable = ({ places, onChange, onClose }: TableProps) => (
  <DataTable
    label={t("directory.page.placesCard")}
    rows={orderPlaces(mainPlaces(places))}
    keyOf={(row) => row.id}
    empty={<EmptyState why={t("directory.page.noneFound")} />}
    columns={[
      {
        id: "name",
        head: t("directory.page.placeName"),
        onPhone: "title",
        cell: (row) => (
          <span class="places-name" data-depth={Math.min(4, row.depth)}>
            {row.name}
          </span>
        ),
      },
      { id: "kind", head: t("directory.page.placeKind"), cell: (row) => kindWord(row.kind) },
      { id: "households", head: t("directory.page.households"), isNumber: true, cell: (row) => row.households ?? "" },
      { id: "code", head: t("directory.arrange.code"), cell: (row) => row.code },
      {
        id: "act",
        head: "",
        onPhone: "act",
        cell: (row) => (
          <span class="lx-actions lx-end">
            <Button look="plain" aria-label={t("directory.arrange.changeOf", { name: row.name })} onClick={() => onChange(row)}>
              {t("directory.arrange.change")}
            </Button>
            {row.parentId && (
              <Button look="plain" aria-label={t("directory.page.closeOf", { name: row.name })} onClick={() => onClose(row)}>
                {t("directory.page.close")}
              </Button>
            )}
          </span>
        ),
      },
    ]}
  />
);

/** The tree as a table, adding to it, changing it, and closing what nobody uses any more. */
export function PlacesCard({ places }: { readonly places: Places }) {
  const error = useSignal<unknown>(undefined);
  const asking = useSignal<Asking>(undefined);
  const close = ({ id }: PlaceLine) => {
    error.value = undefined;
    void api("POST /places/:placeId/close", { params: { placeId: id } }).then(places.reload, (refusal: unknown) => void (error.value = refusal));
  };
  return (
    <Card
      title={t("directory.page.placesCard")}
      aside={
        <Button icon={Plus} onClick={() => (asking.value = "new")}>
          {t("directory.page.addPlace")}
        </Button>
      }
      isFlush
    >
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <Await of={places}>
        {({ places: all }) => (
          <>
            <PlaceTable places={all} onChange={(place) => (asking.value = place)} onClose={close} />
            <PlaceDialog
              places={all}
              place={typeof asking.value === "object" ? asking.value : undefined}
              isOpen={asking.value !== undefined}
              onClose={() => (asking.value = undefined)}
              onDone={places.reload}
            />
          </>
        )}
      </Await>
    </Card>
  );
}
