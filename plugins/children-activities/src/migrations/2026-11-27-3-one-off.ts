import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Somebody for one day may collect only after the guardian said so by code. */
export const addConfirmed: PluginMigration = async (tools) => {
  await tools.addColumns("children_activities_collector", { confirmedAt: col.instant().nullable() });
};
