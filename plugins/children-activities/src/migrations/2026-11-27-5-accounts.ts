import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Two people are two accounts too: one account that acts for somebody else as well is still one. */
export const addAccounts: PluginMigration = async (tools) => {
  await tools.addColumns("children_activities_override", { askedAccount: col.text().nullable() });
  await tools.addColumns("children_activities_sign_off", { account: col.text().nullable() });
};
