import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that the calendar somebody subscribed to under a name that was joined goes on with the other's entries. */
export const addJoinedInto: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_volunteer", { joinedIntoId: col.ref("volunteer_days_volunteer").nullable() });
};
