import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that a date may take place on a holiday by somebody's decision, with its reason. */
export const addHolidayWhy: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_day", { holidayWhy: col.text().as("public").nullable() });
};
