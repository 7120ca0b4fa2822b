import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createPlans: PluginMigration = async (tools) => {
  await tools.createTable("meetings_plan", {
    id: col.id(),
    placePath: col.place(),
    kind: col.text(),
    state: col.text(),
    fromOn: col.date(),
    untilOn: col.date(),
    seconds: col.int(),
    taskId: col.text().nullable(),
    problem: col.json().nullable(),
    stood: col.json(),
    assignments: col.json(),
    facts: col.json(),
    createdBy: col.ref("directory_person").nullable(),
    createdAt: col.instant(),
    appliedAt: col.instant().nullable(),
  });
  await tools.createIndex("meetings_plan", ["placePath", "createdAt"]);
};
