import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createAsks: PluginMigration = async (tools) => {
  await tools.createTable("children_volunteers_ask", {
    id: col.id(),
    placePath: col.place(),
    sessionId: col.ref("children_activities_session"),
    personId: col.ref("directory_person"),
    state: col.text(),
    insteadOfId: col.ref("children_activities_post").nullable(),
    isTold: col.bool(),
    askedAt: col.instant(),
    answeredAt: col.instant().nullable(),
  });
  await tools.createIndex("children_volunteers_ask", ["sessionId"]);
  await tools.createIndex("children_volunteers_ask", ["personId"]);
};
