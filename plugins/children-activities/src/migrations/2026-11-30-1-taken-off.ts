import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** When a child was taken off the list of a date for want of a consent or with its data, so that the home's director is told. */
export const addTakenOff: PluginMigration = async ({ addColumns }) => {
  await addColumns("children_activities_attendance", { offAt: col.instant().nullable() });
};
