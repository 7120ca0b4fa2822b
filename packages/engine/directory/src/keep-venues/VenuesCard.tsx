import { Await, Card, EmptyState, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, SelectField, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { DataTable } from "@lianxin/web-kit/table";
import { api, t } from "../browser.js";
import { placeChoices, type Places } from "../keep-places/PlacesCard.js";
import type { PlaceLine } from "../keep-places/PlaceTree.js";
import { venueKinds, type VenueKind } from "../words.js";

type Venue = Awaited<ReturnType<typeof listed>>["venues"][number];
const listed = () => api("GET /venues");
const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
const hoursOf = ({ openings }: Venue): string =>
  openings.map((o) => `${t(`directory.weekday.${weekdays[o.weekday - 1] ?? "1"}`)} ${o.fromTime}–${o.toTime}`).join("；") || t("directory.page.anyTime");

function VenueForm({ places, onDone }: { readonly places: readonly PlaceLine[]; readonly onDone: () => Promise<void> }) {
  const form = useForm({
    start: { name: "", kind: "meeting_room" as VenueKind, placeId: places[0]?.id ?? "", seats: "" },
    tidy: { seats: tidyDigits },
    check: ({ name, seats }) => ({
      name: needed(name, t("directory.page.venueName")),
      seats: /^[1-9]\d{0,4}$/.test(seats) ? undefined : needed("", t("directory.page.seats")),
    }),
    send: ({ seats, ...venue }, idempotencyKey) =>
      api("POST /venues", { body: { ...venue, seats: Number(seats), equipment: [], openings: [], closures: [] }, idempotencyKey }),
    onDone: async () => {
      form.startOver();
      await onDone();
      toast(t("directory.page.placeAdded"));
    },
  });
  return (
    <Form form={form} submit={t("directory.page.addVenue")}>
      <TextField name="name" label={t("directory.page.venueName")} maxLength={100} />
      <SelectField name="kind" label={t("directory.page.placeKind")} choices={venueKinds.map((value) => ({ value, label: t(`directory.venue.${value}`) }))} />
      <SelectField name="placeId" label={t("directory.page.place")} choices={placeChoices(places)} />
      <TextField name="seats" label={t("directory.page.seats")} keyboard="numeric" width="short" />
    </Form>
  );
}

/** Rooms for meetings with their seats and hours. */
export function VenuesCard({ places }: { readonly places: Places }) {
  const venues = useLoaded(listed, []);
  return (
    <Card title={t("directory.page.venuesCard")}>
      <Await of={venues}>
        {({ venues }) => (
          <DataTable
            label={t("directory.page.venuesCard")}
            rows={venues}
            keyOf={(row) => row.id}
            empty={<EmptyState why={t("directory.page.noVenues")} />}
            columns={[
              { id: "name", head: t("directory.page.venueName"), onPhone: "title", cell: (row) => row.name },
              { id: "seats", head: t("directory.page.seats"), isNumber: true, cell: (row) => row.seats },
              { id: "hours", head: t("directory.page.hoursOpen"), cell: hoursOf },
            ]}
          />
        )}
      </Await>
      <Await of={places}>{({ places }) => <VenueForm places={places} onDone={venues.reload} />}</Await>
    </Card>
  );
}
