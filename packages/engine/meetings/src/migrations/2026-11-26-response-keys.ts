import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** The keys of letters' answer links. */
export const createAnswerKeys: PluginMigration = async (tools) => {
  await tools.createTable("meetings_answer_key", {
    id: col.id(),
    meetingId: col.ref("meetings_meeting"),
    inviteeId: col.ref("meetings_invitee"),
    madeAt: col.instant(),
  });
  await tools.createIndex("meetings_answer_key", ["meetingId"]);
};
