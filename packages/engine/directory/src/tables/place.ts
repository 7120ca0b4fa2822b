import { col, table } from "@lianxin/plugin-kit";

/** A node of the place tree; its path ends in "/" and begins with its parent's. */
export const place = table("directory_place", {
  id: col.id(),
  name: col.text().as("public"),
  nameKey: col.text(),
  kind: col.text(),
  /** "main", or the name of an overlay: another way to divide the same ground. */
  scheme: col.text(),
  /** Official code, as the user pasted it. */
  code: col.text().nullable(),
  parentId: col.ref("directory_place").nullable(),
  placePath: col.place(),
  households: col.int().nullable(),
  closedOn: col.date().nullable(),
  version: col.int(),
});

/** What an overlay place covers: a role held at the overlay reaches the covered places. */
export const coverage = table("directory_coverage", {
  id: col.id(),
  overlayId: col.ref("directory_place"),
  coveredId: col.ref("directory_place"),
  fromOn: col.date(),
  toOn: col.date().nullable(),
});
