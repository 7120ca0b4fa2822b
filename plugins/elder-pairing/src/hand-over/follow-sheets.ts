import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingContext } from "../plugin.js";

const why = "sheets whose pair is over";

/** Sheets that wait for signatures although the one who was to come has been replaced, or nobody is to come any more. */
const staleSheets = ({ db }: ElderPairingContext) =>
  everywhere(db, "elder_pairing_handover", why)
    .innerJoin("elder_pairing_pair as pair", "pair.id", "elder_pairing_handover.pairId")
    .select(["elder_pairing_handover.id", "elder_pairing_handover.elderId", "elder_pairing_handover.fromCadreId", "elder_pairing_handover.signedFor"])
    .where("elder_pairing_handover.doneOn", "is", null)
    .where("elder_pairing_handover.droppedOn", "is", null)
    .where("pair.untilOn", "is not", null)
    .orderBy("elder_pairing_handover.id")
    .execute();

/** The first helper an elder has now, unless a sheet of their own stands for it already. */
async function nextFor({ db }: ElderPairingContext, elderId: string) {
  return everywhere(db, "elder_pairing_pair", why)
    .leftJoin("elder_pairing_handover as sheet", "sheet.pairId", "elder_pairing_pair.id")
    .select(["elder_pairing_pair.id", "elder_pairing_pair.cadreId"])
    .where("elder_pairing_pair.elderId", "=", elderId)
    .where("elder_pairing_pair.role", "=", "primary")
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("sheet.id", "is", null)
    .executeTakeFirst();
}

/**
 * A sheet goes on to whoever is to come instead, and those two sign anew; it is dropped where the one who left is helper again, or nobody is to come. One
 * read where no sheet is stale.
 */
export async function followSheets(ctx: ElderPairingContext, day: string): Promise<void> {
  for (const { id, elderId, fromCadreId, signedFor } of await staleSheets(ctx)) {
    const next = await nextFor(ctx, elderId);
    const goesOn = next !== undefined && next.cadreId !== fromCadreId;
    // Who signs anew signs for themselves until somebody says otherwise.
    const forOutgoing = signedFor["outgoing"] ? { outgoing: signedFor["outgoing"] } : {};
    const change = goesOn
      ? { pairId: next.id, toCadreId: next.cadreId, incomingSignedAt: null, elderSignedAt: null, signedFor: forOutgoing }
      : { droppedOn: day };
    await ctx.db.updateTable("elder_pairing_handover").set(change).where("id", "=", id).execute();
    ctx.audit(goesOn ? "handover.follow" : "handover.drop", id);
  }
}
