import { col, table } from "@lianxin/plugin-kit";

export const venue = table("directory_venue", {
  id: col.id(),
  name: col.text().as("public"),
  nameKey: col.text(),
  kind: col.text(),
  placeId: col.ref("directory_place"),
  placePath: col.place(),
  seats: col.int(),
  equipment: col.json<readonly string[]>(),
  closedOn: col.date().nullable(),
  version: col.int(),
});

/** Open each week: weekday 1 (Monday) to 7, times "08:30" in the community's zone. */
export const opening = table("directory_opening", {
  id: col.id(),
  venueId: col.ref("directory_venue"),
  weekday: col.int(),
  fromTime: col.text(),
  toTime: col.text(),
});

/** Days on which a venue is closed; both days are included. */
export const closure = table("directory_closure", {
  id: col.id(),
  venueId: col.ref("directory_venue"),
  fromOn: col.date(),
  toOn: col.date(),
  reason: col.text(),
});
