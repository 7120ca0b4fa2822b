import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addSealedCounts: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_poll", { isSealed: col.bool().nullable() });
};
