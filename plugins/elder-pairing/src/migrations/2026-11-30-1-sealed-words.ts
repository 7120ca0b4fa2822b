import { col, everywhere, type PluginMigration } from "@lianxin/plugin-kit";

const why = "a migration moves every row";

/**
 * Free words about an elder, and what happened to them, are sealed from now on; what stood open of both is reduced to a closed word that says
 * nothing about anybody, because a migration has no key to seal it with.
 */
export const sealWords: PluginMigration = async ({ addColumns, db }) => {
  await addColumns("elder_pairing_elder", { levelNote: col.sensitive("id").nullable() });
  await addColumns("elder_pairing_due", { snoozeNote: col.sensitive("elderId").nullable() });
  await addColumns("elder_pairing_trigger", { what: col.sensitive("elderId").nullable() });
  const weather = ["heat", "cold", "flood"];
  await db.updateTable("elder_pairing_trigger").set({ kind: "event" }).where("kind", "not in", weather).execute();
  await db.updateTable("elder_pairing_due").set({ snooze_reason: "other" }).where("snooze_reason", "is not", null).execute();
  const ruled = ["memory", "old_alone", "special", "ordinary"];
  await db.updateTable("elder_pairing_elder").set({ level_reason: "rules" }).where("level_reason", "in", ruled).execute();
  await db
    .updateTable("elder_pairing_elder")
    .set({ level_reason: "event" })
    .where("level_reason", "not in", ["rules", "sheet", "", ...weather])
    .execute();
  await db
    .updateTable("elder_pairing_trigger")
    .set({ reason_before: "rules" })
    .where("reason_before", "not in", ["sheet", ...weather])
    .execute();
  for (const { id, signed_for } of await everywhere(db, "elder_pairing_handover", why).select(["id", "signed_for"]).execute()) {
    const signers = Object.keys((typeof signed_for === "string" ? JSON.parse(signed_for) : signed_for) as object);
    if (signers.length === 0) continue;
    const closed = JSON.stringify(Object.fromEntries(signers.map((signer) => [signer, "cannot"])));
    await db.updateTable("elder_pairing_handover").set({ signed_for: closed }).where("id", "=", id).execute();
  }
};
