import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that a list that was brought in can be taken back as a whole. */
export const createImports: PluginMigration = async (tools) => {
  await tools.createTable("volunteer_days_import", {
    id: col.id(),
    placePath: col.place(),
    kind: col.text(),
    dayId: col.ref("volunteer_days_day").nullable(),
    seriesId: col.ref("volunteer_days_series").nullable(),
    fileName: col.text(),
    added: col.int(),
    changed: col.int(),
    importedAt: col.instant(),
    importedById: col.ref("directory_person").nullable(),
    undoneAt: col.instant().nullable(),
  });
  await tools.createTable("volunteer_days_import_line", {
    id: col.id(),
    importId: col.ref("volunteer_days_import"),
    line: col.int(),
    volunteerId: col.ref("volunteer_days_volunteer"),
    signUpId: col.ref("volunteer_days_sign_up").nullable(),
    deed: col.text(),
    isNew: col.bool(),
    before: col.text().nullable(),
    after: col.text().nullable(),
  });
  await tools.createIndex("volunteer_days_import", ["placePath", "importedAt"]);
  await tools.createIndex("volunteer_days_import_line", ["importId", "deed"]);
};
