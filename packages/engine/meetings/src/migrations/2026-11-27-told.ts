import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createTold: PluginMigration = async (tools) => {
  await tools.createTable("meetings_told", { id: col.id(), meetingId: col.ref("meetings_meeting"), parts: col.json() });
  await tools.createIndex("meetings_told", ["meetingId"], { unique: true });
};

export const addConfirmedOn: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_meeting", { confirmedOn: col.date().nullable() });
};
