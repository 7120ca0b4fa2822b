import { col, view } from "@lianxin/plugin-kit";

/** Announced meetings, without the people. */
export const v1Meeting = view({
  id: col.id(),
  placePath: col.place(),
  bodyId: col.text(),
  type: col.text(),
  title: col.text().as("public"),
  year: col.int().nullable(),
  serial: col.int().nullable(),
  state: col.text(),
  startsAt: col.instant().nullable(),
  endsAt: col.instant().nullable(),
  venueName: col.text().nullable(),
  closedAt: col.instant().nullable(),
});

export const v1Decision = view({
  id: col.id(),
  placePath: col.place(),
  meetingId: col.text(),
  itemId: col.text(),
  serial: col.int(),
  text: col.text().as("public"),
  arithmetic: col.text().as("public"),
  effect: col.text(),
  decidedOn: col.date(),
});
