import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Which room of its home a programme takes; those planned before take the whole home. */
export const addRooms: PluginMigration = async ({ addColumns }) => {
  await addColumns("children_activities_programme", { room: col.text().nullable() });
};
