import { col, table } from "@lianxin/plugin-kit";

export const organization = table("directory_organization", {
  id: col.id(),
  name: col.text().as("public"),
  nameKey: col.text(),
  kind: col.text(),
  placeId: col.ref("directory_place"),
  placePath: col.place(),
  closedOn: col.date().nullable(),
  version: col.int(),
});

/** Names an organisation had, from when to when: a renamed unit keeps its history. */
export const organizationName = table("directory_organization_name", {
  id: col.id(),
  organizationId: col.ref("directory_organization"),
  name: col.text().as("public"),
  fromOn: col.date(),
  toOn: col.date().nullable(),
});

/** A role held at a place for a time; permissions reach down the tree. Both days are included. */
export const role = table("directory_role", {
  id: col.id(),
  personId: col.ref("directory_person"),
  kind: col.text(),
  title: col.text(),
  placeId: col.ref("directory_place"),
  placePath: col.place(),
  organizationId: col.ref("directory_organization").nullable(),
  fromOn: col.date(),
  toOn: col.date().nullable(),
  givenBy: col.ref("directory_person").nullable(),
  endedBy: col.ref("directory_person").nullable(),
  createdAt: col.instant(),
});
