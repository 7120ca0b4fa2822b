import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What was last said of a date's hours, while its plan is changed. */
export const addMoved: PluginMigration = async (tools) => {
  await tools.addColumns("children_activities_session", { saidStartsAt: col.instant().nullable(), saidEndsAt: col.instant().nullable() });
};
