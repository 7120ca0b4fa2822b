import { col, type PluginMigration } from "@lianxin/plugin-kit";

/**
 * Days on which an elder who came back was not here, so that the past reads as it was; when a helper was told of a pair; and hand-over sheets nobody needs any
 * more. Pairs that stand already count as told: nobody is written to about them.
 */
export const keepRight: PluginMigration = async ({ createTable, createIndex, addColumns, db }) => {
  await createTable("elder_pairing_absence", {
    id: col.id(),
    elderId: col.ref("elder_pairing_elder"),
    fromOn: col.date(),
    untilOn: col.date(),
  });
  await createIndex("elder_pairing_absence", ["elderId", "fromOn"]);
  await addColumns("elder_pairing_pair", { toldAt: col.instant().nullable() });
  await addColumns("elder_pairing_handover", { droppedOn: col.date().nullable() });
  await createIndex("elder_pairing_pair", ["createdAt"], { where: "until_on is null and told_at is null" });
  await createIndex("elder_pairing_handover", ["openedOn"], { where: "done_on is null and dropped_on is null" });
  await db
    .updateTable("elder_pairing_pair")
    .set((eb) => ({ told_at: eb.ref("created_at") }))
    .execute();
};
