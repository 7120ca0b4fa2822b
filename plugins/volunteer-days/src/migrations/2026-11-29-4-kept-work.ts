import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that the record of a date says what was done on it, whatever its site does later. */
export const addKeptWork: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_post", { keptWork: col.text().as("public").nullable() });
};
