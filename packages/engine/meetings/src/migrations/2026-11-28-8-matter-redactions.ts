import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createMatterRedactions: PluginMigration = async (tools) => {
  await tools.createTable("meetings_matter_redaction", {
    id: col.id(),
    matterId: col.ref("matters_matter"),
    at: col.instant(),
    byId: col.ref("directory_person").nullable(),
    reason: col.text(),
    records: col.int(),
  });
  await tools.createIndex("meetings_matter_redaction", ["matterId"]);
};
