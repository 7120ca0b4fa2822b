import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Which guardian collected a child, as a guardian needs no line of their own on the list of who may. */
export const keepCollectingGuardians: PluginMigration = (tools) =>
  tools.addColumns("children_activities_attendance", { guardianId: col.ref("children_activities_guardian").nullable() });
