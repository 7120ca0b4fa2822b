import { col, table } from "@lianxin/plugin-kit";

/** One file brought in; undone as a whole within a day. */
export const importBatch = table("directory_import", {
  id: col.id(),
  kind: col.text(),
  fileName: col.text(),
  placeId: col.ref("directory_place"),
  placePath: col.place(),
  importedAt: col.instant(),
  importedBy: col.ref("directory_person").nullable(),
  added: col.int(),
  changed: col.int(),
  same: col.int(),
  undoneAt: col.instant().nullable(),
});

/** What one line of the file did to one row, for the undo. */
export const importRow = table("directory_import_row", {
  id: col.id(),
  importId: col.ref("directory_import"),
  line: col.int(),
  deed: col.text(),
  subjectTable: col.text(),
  subjectId: col.text(),
  /** The row's version after the import: another one now means somebody changed it since. */
  versionAfter: col.int().nullable(),
  /** Internal values before a change; never contact or sensitive ones. */
  valuesBefore: col.json<Readonly<Record<string, string | number | boolean | null>>>().nullable(),
});
