import type { ElderPairingContext } from "../plugin.js";

/** As many elders as one night's turn goes through. */
const atOnce = 500;

/** Takes out of the audit what kind of need an elder had, where it was written down before kinds were sealed. Once for each; O(elders that are left, 500 at most). */
export async function forgetOldNotes({ db, forgetDetails }: ElderPairingContext): Promise<void> {
  const rows = await db.selectFrom("elder_pairing_old_note").select(["id", "elderId"]).orderBy("id").limit(atOnce).execute();
  for (const { id, elderId } of rows) {
    await forgetDetails("need", elderId);
    await db.deleteFrom("elder_pairing_old_note").where("id", "=", id).execute();
  }
}
