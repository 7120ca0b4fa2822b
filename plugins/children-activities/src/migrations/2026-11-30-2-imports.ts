import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Lists of children brought in slice by slice, to be taken back as one. */
export const addImports: PluginMigration = async (tools) => {
  await tools.createTable("children_activities_import", {
    id: col.id(),
    placePath: col.place(),
    homeId: col.ref("children_activities_home"),
    importedAt: col.instant(),
    importedById: col.ref("directory_person").nullable(),
    undoneAt: col.instant().nullable(),
  });
  await tools.createIndex("children_activities_import", ["homeId", "importedAt"]);
  await tools.createTable("children_activities_import_row", {
    id: col.id(),
    importId: col.ref("children_activities_import"),
    line: col.int(),
    childId: col.text(),
    state: col.text(),
  });
  await tools.createIndex("children_activities_import_row", ["importId", "line"], { unique: true });
};
