import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What ends by itself: one guardian's answers, one date of a plan; why a step was hurried; which rows followed a person two records became. */
export const addEndings: PluginMigration = async (tools) => {
  await tools.addColumns("children_activities_consent", { endedAt: col.instant().nullable() });
  await tools.addColumns("children_activities_session", { calledOffAt: col.instant().nullable(), calledOffReason: col.text().nullable() });
  await tools.addColumns("children_activities_ladder_step", { hurry: col.text().nullable() });
  await tools.createTable("children_activities_followed", {
    id: col.id(),
    keptId: col.ref("directory_person"),
    mergedId: col.ref("directory_person"),
    kind: col.text(),
    rowId: col.text(),
  });
  await tools.createIndex("children_activities_followed", ["keptId", "mergedId"]);
};
