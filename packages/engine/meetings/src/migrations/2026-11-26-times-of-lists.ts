import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addTimesOfLists: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_meeting", { listSince: col.instant().nullable(), listCutOff: col.instant().nullable() });
};
