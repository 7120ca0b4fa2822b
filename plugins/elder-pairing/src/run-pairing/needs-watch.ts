import { everywhere } from "@lianxin/plugin-kit";
import type { PairFacts, PlannedPairs } from "../plan-pairs/pair-facts.js";
import type { OpenPair } from "../plan-pairs/read-facts.js";
import type { ElderPairingContext } from "../plugin.js";

const why = "what a matching leaves open is looked for before it is put in force";

/** Somebody whose last day has come, or an alarm of today: the day's work has something to do whatever the matching says. */
async function hasWork({ db }: Pick<ElderPairingContext, "db">, day: string): Promise<boolean> {
  const leaving = await everywhere(db, "elder_pairing_cadre", why)
    .select("id")
    .where("state", "=", "active")
    .where("untilOn", "<=", day)
    .limit(1)
    .executeTakeFirst();
  const alarm = await everywhere(db, "elder_pairing_alarm", why).select("id").where("onDay", "=", day).limit(1).executeTakeFirst();
  return leaving !== undefined || alarm !== undefined;
}

/** Elders whom, once a matching is in force, neither a backup nor a first helper both sides agreed to can come to on its day. O(elders + pairs). */
export function leftAlone({ facts, plan }: { readonly facts: PairFacts; readonly plan: PlannedPairs }, open: readonly OpenPair[], day: string): string[] {
  const away = new Set(facts.cadres.filter(({ isAway }) => isAway).map(({ id }) => id));
  const helper = (pairs: PlannedPairs["primary"]["pairs"]) => new Map(pairs.map(({ elderId, cadreId }) => [elderId, cadreId]));
  const [first, second] = [helper(plan.primary.pairs), helper(plan.backup.pairs)];
  const agreed = new Map(
    open.filter(({ role, effectiveOn }) => role === "primary" && effectiveOn !== null && effectiveOn <= day).map((one) => [one.elderId, one.cadreId]),
  );
  const comes = (cadreId: string | undefined): boolean => cadreId !== undefined && !away.has(cadreId);
  return facts.elders.filter(({ id }) => !comes(second.get(id)) && !(comes(first.get(id)) && agreed.get(id) === first.get(id))).map(({ id }) => id);
}

/**
 * Does the day's work (`watchDay`) have anything to do once a matching is in force? Known beforehand, of what the matching was made from, so that the lane need
 * not look at everybody again: somebody found no helper, is left alone today, is covered for a time, or the day itself has work. O(elders + pairs).
 */
export async function needsWatch(
  ctx: Pick<ElderPairingContext, "db">,
  draft: { readonly facts: PairFacts; readonly plan: PlannedPairs },
  open: readonly OpenPair[],
  day: string,
): Promise<boolean> {
  const { primary, backup } = draft.plan;
  if (primary.unserved.length + backup.unserved.length > 0 || open.some(({ role }) => role === "cover")) return true;
  return leftAlone(draft, open, day).length > 0 || (await hasWork(ctx, day));
}
