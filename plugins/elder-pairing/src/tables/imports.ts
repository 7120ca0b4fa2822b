import { col, table } from "@lianxin/plugin-kit";

/** One sheet brought in; undone as a whole within a day. */
export const importBatch = table("elder_pairing_import", {
  id: col.id(),
  placePath: col.place(),
  kind: col.text(),
  fileName: col.text(),
  importedAt: col.instant(),
  importedBy: col.text(),
  added: col.int(),
  changed: col.int(),
  same: col.int(),
  /** Whom the sheet called deceased, moved away or transferred. */
  ended: col.int(),
  undoneAt: col.instant().nullable(),
});

/** What one line did to one row, for the undo. */
export const importRow = table("elder_pairing_import_row", {
  id: col.id(),
  importId: col.ref("elder_pairing_import"),
  /** added, changed or ended; then undone, or kept because it was used since. */
  deed: col.text(),
  subjectTable: col.text(),
  subjectId: col.text(),
  /** The row's version after the import: another one now means that somebody changed it since. */
  versionAfter: col.int(),
  /** JSON of the row as it was, sealed under the same person. */
  before: col.sensitive("subjectId").nullable(),
  /** Where a village was said to lie before. */
  spotBefore: col.json<{ readonly east: number; readonly north: number }>().nullable(),
});
