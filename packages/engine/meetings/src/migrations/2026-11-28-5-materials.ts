import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createMaterials: PluginMigration = async (tools) => {
  await tools.createTable("meetings_material", {
    id: col.id(),
    meetingId: col.ref("meetings_meeting"),
    position: col.int(),
    title: col.text(),
    place: col.text(),
  });
  await tools.createIndex("meetings_material", ["meetingId"]);
};
