import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addConfirmedAt: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_meeting", { confirmedAt: col.instant().nullable() });
};
