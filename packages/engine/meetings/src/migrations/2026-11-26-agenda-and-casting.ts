import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Items under items, and the vote by which a chair breaks a tie. */
export const addAgendaAndCasting: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_agenda_item", { parentId: col.ref("meetings_agenda_item").nullable() });
  await tools.addColumns("meetings_motion", { casting: col.text().nullable() });
};
