import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What a sheet did, line by line, so that it can be taken back as a whole. */
export const createImports: PluginMigration = async (tools) => {
  await tools.createTable("elder_pairing_import", {
    id: col.id(),
    placePath: col.place(),
    kind: col.text(),
    fileName: col.text(),
    importedAt: col.instant(),
    importedBy: col.text(),
    added: col.int(),
    changed: col.int(),
    same: col.int(),
    ended: col.int(),
    undoneAt: col.instant().nullable(),
  });
  await tools.createTable("elder_pairing_import_row", {
    id: col.id(),
    importId: col.ref("elder_pairing_import"),
    deed: col.text(),
    subjectTable: col.text(),
    subjectId: col.text(),
    versionAfter: col.int(),
    before: col.sensitive("subjectId").nullable(),
    spotBefore: col.json().nullable(),
  });
  await tools.createIndex("elder_pairing_import", ["placePath", "importedAt"]);
  await tools.createIndex("elder_pairing_import_row", ["importId", "deed"]);
};
