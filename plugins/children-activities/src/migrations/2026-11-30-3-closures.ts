import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** When a home that is open again was closed, so that the report of a year in between does not count it. */
export const keepClosures: PluginMigration = (tools) => tools.addColumns("children_activities_home", { closures: col.json().nullable() });
