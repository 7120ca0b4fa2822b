import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** A guardian's link given out anew makes the one before good for nothing. */
export const addLinkVersion: PluginMigration = async (tools) => {
  await tools.addColumns("children_activities_guardian", { linkVersion: col.int().nullable() });
};
