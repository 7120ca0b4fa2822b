import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that a yes to the rota of one series is not taken for one to another, nor a no. */
export const addRotaSeries: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_volunteer", { rotaSeriesIds: col.json().nullable(), leftSeries: col.json().nullable() });
};
