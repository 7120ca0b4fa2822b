import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Since when a child who is there is to be erased once it is home, and by whose word. */
export const keepErasureAsked: PluginMigration = (tools) =>
  tools.addColumns("children_activities_child", { eraseAskedAt: col.instant().nullable(), eraseAskedBy: col.text().nullable() });
