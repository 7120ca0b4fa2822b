import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingContext } from "../plugin.js";

/**
 * The needs a visit brought up go with it while nobody has touched them: not rated, no matter of theirs treated, and without one not
 * open again; such a matter is withdrawn. The others stay
 * needs of the elder. Gives how many of each. O(needs of the visit).
 */
export async function withdrawNeeds(
  { db, use, text }: ElderPairingContext,
  { id, elderId }: { readonly id: string; readonly elderId: string },
): Promise<{ readonly withdrawn: number; readonly kept: number }> {
  const needs = await everywhere(db, "elder_pairing_need", "needs of one visit, by whoever wrote it down")
    .select(["id", "matterId", "rating", "closedOn"])
    .where("elderId", "=", elderId)
    .where("visitId", "=", id)
    .execute();
  const gone: string[] = [];
  const reason = text("elder-pairing.undoVisit.matter", {}, "zh-CN");
  for (const { id: needId, matterId, rating, closedOn } of needs) {
    const isUntouched = rating === null && (matterId === null ? closedOn !== null : await use.matters.takeBack(matterId, reason));
    if (isUntouched) gone.push(needId);
  }
  await db
    .deleteFrom("elder_pairing_need")
    .where("id", "in", ["", ...gone])
    .execute();
  await db.updateTable("elder_pairing_need").set({ visitId: null }).where("elderId", "=", elderId).where("visitId", "=", id).execute();
  return { withdrawn: gone.length, kept: needs.length - gone.length };
}
