import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that somebody may pause or leave the rota themselves, and that why they were placed is still known when it is published. */
export const addRotaWords: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_volunteer", { rotaPausedUntil: col.date().nullable(), leftRotaAt: col.instant().nullable() });
  await tools.addColumns("volunteer_days_sign_up", { because: col.json().nullable() });
};
