import { useSignal } from "@preact/signals";
import { Await, browserPorts, Button, Card, dateOf, dayText, EmptyState, useLoaded } from "@lianxin/web-kit";
import { Plus } from "@lianxin/web-kit/icons";
import { DataTable } from "@lianxin/web-kit/table";
import { api, t } from "../browser.js";
import { hourLines } from "../keep-calendar/HoursList.js";
import type { Places } from "../keep-places/PlacesCard.js";
import { venueKinds } from "../words.js";
import { VenueDialog, type Venue } from "./VenueDialog.js";

const kindWord = (kind: string): string => t(`directory.venue.${venueKinds.find((one) => one === kind) ?? "other"}`);
const today = (): string => dateOf(new Date(browserPorts.now()).toISOString());

/** Hours in a line each, and the closures still to come. */
const Hours = ({ venue }: { readonly venue: Venue }) => (
  <>
    {venue.openings.length === 0 && t("directory.page.anyTime")}
    {hourLines(venue.openings).map((line) => (
      <div key={line} class="lx-num">
        {line}
      </div>
    ))}
    {venue.closures
      .filter((closure) => closure.toOn >= today())
      .map(({ fromOn, toOn, reason }) => (
        <div key={fromOn} class="lx-hint">
          {t("directory.arrange.closedFrom", { from: dayText(fromOn), to: dayText(toOn), reason })}
        </div>
      ))}
  </>
);

/** Rooms and grounds for meetings with their seats, hours and closures. */
export function VenuesCard({ places }: { readonly places: Places }) {
  const venues = useLoaded(() => api("GET /venues"), []);
  const asking = useSignal<Venue | "new" | undefined>(undefined);
  return (
    <Card
      title={t("directory.page.venuesCard")}
      aside={
        <Button icon={Plus} onClick={() => (asking.value = "new")}>
          {t("directory.page.addVenue")}
        </Button>
      }
      isFlush
    >
      <Await of={venues}>
        {({ venues }) => (
          <DataTable
            label={t("directory.page.venuesCard")}
            rows={venues}
            keyOf={(row) => row.id}
            empty={<EmptyState why={t("directory.page.noVenues")} />}
            columns={[
              { id: "name", head: t("directory.page.venueName"), onPhone: "title", cell: (row) => row.name, sort: (row) => row.name },
              { id: "kind", head: t("directory.page.placeKind"), cell: (row) => kindWord(row.kind) },
              { id: "seats", head: t("directory.page.seats"), isNumber: true, cell: (row) => row.seats, sort: (row) => row.seats },
              { id: "hours", head: t("directory.page.hoursOpen"), cell: (row) => <Hours venue={row} /> },
              { id: "equipment", head: t("directory.arrange.equipment"), cell: (row) => row.equipment.join("、") },
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
      <VenueDialog
        venue={typeof asking.value === "object" ? asking.value : undefined}
        places={places.value?.places ?? []}
        isOpen={asking.value !== undefined}
        onClose={() => (asking.value = undefined)}
        onDone={venues.reload}
      />
    </Card>
  );
}
