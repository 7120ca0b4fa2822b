import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What a date was before it was called off, and who was taken off its list by that: it can be held after all. */
export const addRestored: PluginMigration = async (tools) => {
  await tools.addColumns("children_activities_session", { calledOffState: col.text().nullable() });
  await tools.addColumns("children_activities_attendance", { calledOffAt: col.instant().nullable() });
};
