import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createRedactions: PluginMigration = async (tools) => {
  await tools.createTable("meetings_redaction", {
    id: col.id(),
    meetingId: col.ref("meetings_meeting"),
    at: col.instant(),
    byId: col.ref("directory_person").nullable(),
    reason: col.text(),
    records: col.int(),
    noticeId: col.ref("meetings_public_notice").nullable(),
  });
  await tools.createIndex("meetings_redaction", ["meetingId"]);
};
