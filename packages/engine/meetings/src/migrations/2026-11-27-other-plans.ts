import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addOtherPlans: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_plan", { otherThan: col.text().nullable() });
};
