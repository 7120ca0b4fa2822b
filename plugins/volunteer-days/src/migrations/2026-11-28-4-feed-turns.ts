import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that the address of a calendar may be changed, and the old one is nobody's any more. */
export const addFeedTurns: PluginMigration = (tools) => tools.addColumns("volunteer_days_volunteer", { feedTurn: col.int().nullable() });
