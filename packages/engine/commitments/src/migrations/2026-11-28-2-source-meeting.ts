import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** The name and number of the meeting work came from, for its slips; of older work only the meeting's own slip says them. */
export const addSourceMeeting: PluginMigration = async (tools) => {
  await tools.addColumns("commitments_part", { sourceMeeting: col.text().nullable() });
};
