import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addPollEnds: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_poll", { quorum: col.json().nullable(), earlyReason: col.text().nullable() });
};
