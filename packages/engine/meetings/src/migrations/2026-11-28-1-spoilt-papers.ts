import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addSpoiltPapers: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_motion", { invalid: col.int().nullable() });
};
