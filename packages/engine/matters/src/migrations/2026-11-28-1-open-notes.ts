import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What a private link says of a step whose note names somebody; older notes of who took work over name them after 责任人 and are cut there. */
export const addOpenNotes: PluginMigration = async (tools) => {
  await tools.addColumns("matters_entry", { openNote: col.text().nullable() });
  const rows: { id: string; note: string }[] = await tools.db
    .selectFrom("matters_entry")
    .select(["id", "note"])
    .where("move", "in", ["claimed", "assigned"])
    .where("note", "like", "%；责任人：%")
    .execute();
  for (const { id, note } of rows)
    await tools.db
      .updateTable("matters_entry")
      .set({ open_note: note.replace(/；责任人：[^；]*/, "") })
      .where("id", "=", id)
      .execute();
};
