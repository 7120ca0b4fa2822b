import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addEndedParties: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_party", { endedOn: col.date().nullable() });
};
