import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, neededChoice, SelectField, TextField, TickField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import { rowsOf, spansOf, type HourRow } from "../keep-calendar/hour-rows.js";
import { checkRows, HoursField } from "../keep-calendar/HoursField.js";
import { placeChoices } from "../keep-places/place-choices.js";
import type { PlaceLine } from "../keep-places/PlaceTree.js";
import { venueKinds, type VenueKind } from "../words.js";
import { checkClosures, ClosuresField, type Closure } from "./ClosuresField.js";

export type Venue = Awaited<ReturnType<typeof api<"GET /venues">>>["venues"][number];
interface VenueDialogProps {
  /** The venue to change; a new one without it. */
  readonly venue: Venue | undefined;
  readonly places: readonly PlaceLine[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

const startOf = (venue: Venue | undefined, places: readonly PlaceLine[]) => ({
  name: venue?.name ?? "",
  kind: (venue?.kind ?? "meeting_room") as VenueKind,
  placeId: venue?.placeId ?? placeChoices(places)[0]?.value ?? "",
  seats: venue ? String(venue.seats) : "",
  equipment: venue?.equipment.join("、") ?? "",
  openings: rowsOf(venue?.openings ?? []) as readonly HourRow[],
  closures: (venue?.closures ?? []) as readonly Closure[],
  isClosed: false,
});
type Values = ReturnType<typeof startOf>;

const bodyOf = ({ name, kind, seats, equipment, openings, closures }: Values) => ({
  ...{ name, kind, seats: Number(seats) },
  equipment: equipment.split(/[、，,;；\s]+/).filter(Boolean),
  openings: spansOf(openings),
  closures: closures.map((closure) => ({ ...closure })),
});

const checked = ({ name, placeId, seats, openings, closures }: Values) => ({
  name: needed(name, t("directory.page.venueName")),
  placeId: neededChoice(placeId, t("directory.page.place")),
  seats: /^[1-9]\d{0,4}$/.test(seats) ? undefined : needed("", t("directory.page.seats")),
  openings: checkRows(openings),
  closures: checkClosures(closures),
});

function VenueForm({ venue, places, onClose, onDone }: VenueDialogProps) {
  const form = useForm({
    start: startOf(venue, places),
    tidy: { seats: tidyDigits },
    check: checked,
    send: (values, idempotencyKey): Promise<unknown> =>
      venue
        ? api("PUT /venues/:venueId", { params: { venueId: venue.id }, body: { ...bodyOf(values), version: venue.version, isClosed: values.isClosed } })
        : api("POST /venues", { body: { ...bodyOf(values), placeId: values.placeId }, idempotencyKey }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(venue ? t("directory.page.edited") : t("directory.page.placeAdded"));
    },
  });
  return (
    <Form form={form} submit={venue ? t("directory.page.save") : t("directory.page.addVenue")}>
      <TextField name="name" label={t("directory.page.venueName")} maxLength={100} />
      <SelectField name="kind" label={t("directory.page.placeKind")} choices={venueKinds.map((value) => ({ value, label: t(`directory.venue.${value}`) }))} />
      {!venue && <SelectField name="placeId" label={t("directory.page.place")} choices={placeChoices(places)} />}
      <TextField name="seats" label={t("directory.page.seats")} keyboard="numeric" width="short" />
      <TextField name="equipment" label={t("directory.arrange.equipment")} hint={t("directory.arrange.equipmentHint")} isOptional />
      <HoursField name="openings" label={t("directory.page.hoursOpen")} hint={t("directory.arrange.openingsHint")} />
      <ClosuresField name="closures" label={t("directory.arrange.closures")} hint={t("directory.arrange.closuresHint")} />
      {venue && <TickField name="isClosed" label={t("directory.arrange.closeVenue")} />}
    </Form>
  );
}

/** Adds a venue, or changes it with its hours and closures, or closes it for good. */
export const VenueDialog = (props: VenueDialogProps) => (
  <Dialog
    isOpen={props.isOpen}
    onClose={props.onClose}
    title={props.venue ? t("directory.arrange.changeOf", { name: props.venue.name }) : t("directory.page.addVenue")}
  >
    <VenueForm {...props} />
  </Dialog>
);
