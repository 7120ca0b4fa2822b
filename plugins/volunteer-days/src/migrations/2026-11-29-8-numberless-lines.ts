import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that who was brought without a number is known again by the same list, once a number or a person of the directory is known of them. Of lines from before nobody can say it. */
export const addNumberlessLines: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_import_line", { isNumberless: col.bool().nullable() });
};
