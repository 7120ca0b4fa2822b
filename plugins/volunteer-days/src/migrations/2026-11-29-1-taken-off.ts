import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that whom the desk took off the rota by mistake is put back as they were. */
export const addTakenOff: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_volunteer", { takenOffAt: col.instant().nullable() });
};
