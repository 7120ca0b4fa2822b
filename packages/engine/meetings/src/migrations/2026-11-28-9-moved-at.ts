import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addMovedAt: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_meeting", { movedAt: col.instant().nullable() });
};
