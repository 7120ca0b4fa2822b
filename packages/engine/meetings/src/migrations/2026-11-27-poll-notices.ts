import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addPollNotices: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_poll", { noticedOn: col.date().nullable(), lateNotice: col.text().nullable() });
};
