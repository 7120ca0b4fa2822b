import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addTallies: PluginMigration = async (tools) => {
  await tools.createTable("children_activities_tally", {
    id: col.id(),
    homeId: col.ref("children_activities_home"),
    placePath: col.place(),
    year: col.text(),
    measure: col.text(),
    ageBand: col.text(),
    count: col.int(),
  });
  await tools.createIndex("children_activities_tally", ["homeId", "year", "measure", "ageBand"], { unique: true });
  await tools.createIndex("children_activities_tally", ["placePath", "year"]);
  await tools.createIndex("children_activities_session", ["heldOn"]);
};
