import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that the tasks a team was told stay as they are when somebody of it is moved. */
export const addFirstPosts: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_sign_up", { firstPostId: col.ref("volunteer_days_post").nullable() });
};
