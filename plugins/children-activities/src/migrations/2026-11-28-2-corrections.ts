import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What was noted by mistake is struck out and stays to be seen; what was put right stands in the place of what it replaces; whom a consent taken back took off a list comes back with a new one. */
export const addCorrections: PluginMigration = async (tools) => {
  const struck = { struckAt: col.instant().nullable(), struckReason: col.text().nullable() };
  await tools.addColumns("children_activities_incident", { ...struck, replacesId: col.text().nullable() });
  await tools.addColumns("children_activities_report", struck);
  await tools.addColumns("children_activities_attendance", { offReason: col.text().nullable() });
};
