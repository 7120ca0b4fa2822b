import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that a telephone number the desk changed by a slip of the hand is put back without anybody typing it again. */
export const addChangedPhones: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_volunteer", { phoneBefore: col.contact("id").nullable(), phoneChangedAt: col.instant().nullable() });
};
