import type { ElderPairingContext } from "../plugin.js";
import { needsOf, openNeeds, type ToldNeed } from "./meet-needs.js";

/**
 * What some needs of an elder were is kept nowhere any more: neither here nor, where the elder had agreed that it is told, in the matters they became. That there
 * was a need, and when it was settled, stays. O(needs of theirs).
 */
export async function forgetNeeds(ctx: ElderPairingContext, elderId: string, which: (need: Pick<ToldNeed, "category">) => boolean): Promise<void> {
  const { db, use } = ctx;
  const needs = (await openNeeds(ctx, await needsOf(db, elderId), true, "erasing")).filter(which);
  for (const { matterId, words } of needs) if (matterId !== null && words !== null) await use.matters.takeOutWords([matterId], words, { isTrial: false });
  const ids = needs.map(({ id }) => id);
  if (ids.length > 0) await db.updateTable("elder_pairing_need").set({ kind: null, words: null }).where("id", "in", ids).execute();
}
