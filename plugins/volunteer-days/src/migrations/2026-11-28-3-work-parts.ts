import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** A series may be published for a part of a decision. */
export const addWorkParts: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_series", { workPartId: col.ref("commitments_part").nullable() });
};
