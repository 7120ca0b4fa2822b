import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** So that a post may ask for somebody who can do something, first aid for example. */
export const addSkills: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_post", { skill: col.text().nullable() });
  await tools.addColumns("volunteer_days_volunteer", { skills: col.text().nullable() });
};
