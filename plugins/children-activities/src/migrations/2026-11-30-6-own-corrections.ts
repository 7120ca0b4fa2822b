import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What a guardian put right of a child on their own page, and when last, so that the home's director is told. */
export const keepOwnCorrections: PluginMigration = (tools) =>
  tools.addColumns("children_activities_child", { ownCorrectedAt: col.instant().nullable(), ownCorrected: col.json().nullable() });
