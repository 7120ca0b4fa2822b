import { col, view } from "@lianxin/plugin-kit";

/** People by reference: a merged record shows the name and id of the kept one. */
export const v1Person = view({
  id: col.id(),
  canonicalId: col.text(),
  fullName: col.text(),
  distinction: col.text().nullable(),
  placeId: col.text(),
  placePath: col.place(),
  isListed: col.bool(),
});
export const v1Place = view({
  id: col.id(),
  name: col.text().as("public"),
  kind: col.text(),
  scheme: col.text(),
  parentId: col.text().nullable(),
  placePath: col.place(),
  households: col.int().nullable(),
  closedOn: col.date().nullable(),
});
export const v1Organization = view({
  id: col.id(),
  name: col.text().as("public"),
  kind: col.text(),
  placeId: col.text(),
  placePath: col.place(),
  closedOn: col.date().nullable(),
});
export const v1Role = view({
  id: col.id(),
  personId: col.text(),
  kind: col.text(),
  title: col.text(),
  placeId: col.text(),
  placePath: col.place(),
  organizationId: col.text().nullable(),
  fromOn: col.date(),
  toOn: col.date().nullable(),
});
export const v1Venue = view({
  id: col.id(),
  name: col.text().as("public"),
  kind: col.text(),
  placeId: col.text(),
  placePath: col.place(),
  seats: col.int(),
  closedOn: col.date().nullable(),
});
export const v1Calendar = view({ id: col.id(), personId: col.text(), startsAt: col.instant(), endsAt: col.instant(), kind: col.text() });
export const v1Holiday = view({
  id: col.id(),
  year: col.int(),
  day: col.date(),
  name: col.text().as("public"),
  isOffDay: col.bool(),
  isFictional: col.bool(),
  source: col.text(),
});
