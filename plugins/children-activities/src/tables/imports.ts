import { col, table } from "@lianxin/plugin-kit";

/** A list of children brought in from a file, kept for a day so that it can be taken back as one. */
export const childImport = table("children_activities_import", {
  id: col.id(),
  placePath: col.place(),
  homeId: col.ref("children_activities_home"),
  importedAt: col.instant(),
  importedById: col.ref("directory_person").nullable(),
  undoneAt: col.instant().nullable(),
});

/** Which line of it became which child: "added", and once it is taken back "undone", or "kept" where the child is in use. */
export const importRow = table("children_activities_import_row", {
  id: col.id(),
  importId: col.ref("children_activities_import"),
  line: col.int(),
  /** No foreign key: the child goes, and the line says so. */
  childId: col.text(),
  state: col.text(),
});
