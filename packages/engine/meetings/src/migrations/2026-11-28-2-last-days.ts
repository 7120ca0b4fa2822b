import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addLastDays: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_poll", { firstClosesOn: col.date().nullable(), laterReason: col.text().nullable() });
};
