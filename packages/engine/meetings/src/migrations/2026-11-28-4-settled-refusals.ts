import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createSettledRefusals: PluginMigration = async (tools) => {
  await tools.createTable("meetings_settled_refusal", {
    id: col.id(),
    meetingId: col.ref("meetings_meeting"),
    byId: col.ref("directory_person").nullable(),
    at: col.instant(),
  });
  await tools.createIndex("meetings_settled_refusal", ["meetingId"]);
};
