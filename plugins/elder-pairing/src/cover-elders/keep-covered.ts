import type { ElderPairingContext } from "../plugin.js";
import { putInForce, type PutInForce, type Replaced } from "../keep-pairs/put-in-force.js";
import { openHandovers } from "../hand-over/hand-over.js";
import type { CadreFact, ElderFact, PairFacts, PlannedPair } from "../plan-pairs/pair-facts.js";
import { planSide } from "../plan-pairs/plan-pairs.js";
import { openPairs, readFacts, type OpenPair } from "../plan-pairs/read-facts.js";
import { raiseAlarms } from "./alarms.js";
import { findUncovered } from "./find-uncovered.js";

export interface Repaired {
  /** Primary and backup pairs that are new. */
  readonly primaries: number;
  readonly backups: number;
  readonly covers: number;
  /** Elders nobody can come to today. */
  readonly alarms: readonly string[];
}
interface Moment {
  readonly day: string;
  readonly reason: string;
}

/** A quota holds from the next matching on: until then it takes nobody's helper away, it only lets nobody more come. */
function softQuotas({ quotas, cadres, held }: PairFacts): PairFacts["quotas"] {
  const unitOf = new Map(cadres.map(({ id, unit }) => [id, unit]));
  const has = (unit: string): number => held.primary.filter(({ cadreId }) => unitOf.get(cadreId) === unit).length;
  return quotas.map(({ unit, most }) => ({ unit, most: Math.max(most, has(unit)) }));
}
const without = (facts: PairFacts, elders: readonly ElderFact[]): PairFacts => ({ ...facts, elders, quotas: softQuotas(facts) });

/** Primaries and backups once more with a price on moves: whoever lost one gets another, the others stay. */
async function repairPairs(ctx: ElderPairingContext, towns: readonly string[], moment: Moment) {
  const { facts, open, inCare } = await readFacts(ctx, moment.day, towns);
  const elders = facts.elders.filter(({ id }) => inCare.has(id));
  const primary = planSide(without(facts, elders), "primary");
  const first = await putInForce(ctx, open, { role: "primary", elders, pairs: primary.pairs }, moment);
  const backup = planSide(without(facts, elders), "backup", new Map(primary.pairs.map(({ elderId, cadreId }) => [elderId, cadreId])));
  const second = await putInForce(ctx, open, { role: "backup", elders, pairs: backup.pairs }, moment);
  return { facts, elders, first, second };
}

/** Who covers for a time: the township's cadres who are there, each for so many, those who cover already first. */
function coverFacts(ctx: ElderPairingContext, facts: PairFacts, elders: readonly ElderFact[], open: readonly OpenPair[]): PairFacts {
  const limit = ctx.config.coverMost;
  const cadres: CadreFact[] = limit === 0 ? [] : facts.cadres.filter(({ isAway }) => !isAway).map((cadre) => ({ ...cadre, limit }));
  const held = open.filter(({ role }) => role === "cover").map(({ elderId, cadreId }) => ({ elderId, cadreId, isPinned: false }));
  return { ...facts, elders: elders.map((elder) => ({ ...elder, needsWoman: false })), cadres, quotas: [], held: { primary: held, backup: [] } };
}

async function coverToday(ctx: ElderPairingContext, towns: readonly string[], facts: PairFacts, elders: readonly ElderFact[], moment: Moment) {
  const lost = new Set((await findUncovered(ctx.db, moment.day, ["primary", "backup"])).map(({ id }) => id));
  const alone = elders.filter(({ id }) => lost.has(id));
  const open = await openPairs(ctx, towns);
  const plan = planSide(coverFacts(ctx, facts, alone, open), "primary");
  const pairs: readonly PlannedPair[] = plan.pairs;
  const put = await putInForce(ctx, open, { role: "cover", elders, pairs }, { day: moment.day, reason: "away" });
  const unserved = new Set(plan.unserved);
  await raiseAlarms(
    ctx,
    alone.filter(({ id }) => unserved.has(id)),
    plan.shortages,
    moment.day,
  );
  return { started: put.started, alarms: plan.unserved };
}

/** Hand-overs are signed between two who are still there to sign, or for the one who is not. */
const handOver = (
  ctx: ElderPairingContext,
  replaced: readonly Replaced[],
  { village }: { readonly village: (elderId: string) => string },
  { day, reason }: Moment,
) =>
  openHandovers(
    ctx,
    replaced.map((one) => ({ ...one, placePath: village(one.elderId) })),
    { day, reason },
  );

/**
 * Sees to it that everybody in care in some townships has a primary helper, a backup and, today, somebody who can come: moves as few pairs as can be, lets
 * cadres of the township cover for a time where both are away, and raises an alarm for whom nobody is left. O(elders · cadres of the townships).
 */
export async function keepCovered(ctx: ElderPairingContext, towns: readonly string[], moment: Moment): Promise<Repaired> {
  if (towns.length === 0) return { primaries: 0, backups: 0, covers: 0, alarms: [] };
  const { facts, elders, first, second } = await repairPairs(ctx, towns, moment);
  const villageOf = new Map(elders.map(({ id, village }) => [id, village]));
  await handOver(ctx, first.replaced, { village: (id) => villageOf.get(id)! }, moment);
  const cover = await coverToday(ctx, towns, facts, elders, moment);
  const count = ({ started }: PutInForce) => started;
  const done = { primaries: count(first), backups: count(second), covers: cover.started, alarms: cover.alarms };
  if (done.primaries + done.backups + done.covers + done.alarms.length > 0)
    ctx.audit("repair", towns.join(" "), { reason: moment.reason, ...done, alarms: done.alarms.length });
  return done;
}
