import { everywhere } from "@lianxin/plugin-kit";
import { openHandovers } from "../hand-over/hand-over.js";
import { putInForce } from "../keep-pairs/put-in-force.js";
import { planInWorker } from "../plan-pairs/plan-in-worker.js";
import type { PairFacts, PlannedPairs, SidePlan } from "../plan-pairs/pair-facts.js";
import { readFacts } from "../plan-pairs/read-facts.js";
import type { ElderPairingContext } from "../plugin.js";

/** A matching as it would be, with what it was made from. */
export interface Draft {
  readonly facts: PairFacts;
  readonly plan: PlannedPairs;
}
export interface SideSummary {
  readonly paired: number;
  readonly unserved: readonly string[];
  readonly need: number;
  readonly offer: number;
  readonly isCertified: boolean;
  readonly moves: number;
  readonly givenUp: number;
}
export interface RunSummary {
  readonly primary: SideSummary;
  readonly backup: SideSummary;
  /** Cadres with one elder as primary helper, and with two. */
  readonly withOne: number;
  readonly withTwo: number;
  readonly sameVillage: number;
  readonly otherVillage: number;
}

/** Plans the townships at or below a path, outside the lane: reads, then solves in a thread. Gives what concerns elders at or below the path. */
export async function draftPairing(ctx: ElderPairingContext, path: string): Promise<Draft> {
  const towns = await townsBelow(ctx, path);
  const { facts } = await readFacts(ctx, ctx.clock.today(), towns);
  return keepBelow({ facts, plan: await planInWorker(ctx, facts) }, path);
}

/** Villages beside the path are looked at, because their helpers are not free, and are left as they are. */
export function keepBelow({ facts, plan }: Draft, path: string): Draft {
  const elders = facts.elders.filter(({ village }) => village.startsWith(path));
  if (elders.length === facts.elders.length) return { facts, plan };
  const ids = new Set(elders.map(({ id }) => id));
  const only = (side: SidePlan): SidePlan => ({
    ...side,
    pairs: side.pairs.filter(({ elderId }) => ids.has(elderId)),
    unserved: side.unserved.filter((id) => ids.has(id)),
  });
  return { facts: { ...facts, elders }, plan: { primary: only(plan.primary), backup: only(plan.backup) } };
}

async function townsBelow({ db, use }: ElderPairingContext, path: string): Promise<readonly string[] | "all"> {
  const community = await use.directory.community();
  if (community === undefined || community.path.startsWith(path)) return "all";
  const rows = await everywhere(db, "elder_pairing_elder", "the townships below one place")
    .select("townPath")
    .distinct()
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .execute();
  return rows.map(({ townPath }) => townPath);
}

const summarise = ({ pairs, unserved, shortage, isCertified, moves, givenUp }: SidePlan): SideSummary => ({
  ...{ paired: pairs.length, unserved, need: shortage?.need ?? 0, offer: shortage?.offer ?? 0, isCertified, moves, givenUp },
});

/** A plan in figures. O(pairs). */
export function summarisePlan({ primary, backup }: PlannedPairs): RunSummary {
  const load = new Map<string, number>();
  for (const { cadreId } of primary.pairs) load.set(cadreId, (load.get(cadreId) ?? 0) + 1);
  const loads = [...load.values()];
  const sameVillage = primary.pairs.filter(({ because }) => because.sameVillage).length;
  return {
    ...{ primary: summarise(primary), backup: summarise(backup), withOne: loads.filter((n) => n === 1).length, withTwo: loads.filter((n) => n === 2).length },
    ...{ sameVillage, otherVillage: primary.pairs.length - sameVillage },
  };
}

/** Puts a matching in force from today: both sides of each primary pair are asked to agree; the backup answers until they have. Gives the run's id. */
export async function publishPairing(ctx: ElderPairingContext, path: string, { facts, plan }: Draft): Promise<string> {
  const { db, clock, newId, actor, audit } = ctx;
  const day = clock.today();
  const { open } = await readFacts(ctx, day, "all");
  const moment = { day, reason: "matching" };
  const first = await putInForce(ctx, open, { role: "primary", elders: facts.elders, pairs: plan.primary.pairs }, moment);
  await putInForce(ctx, open, { role: "backup", elders: facts.elders, pairs: plan.backup.pairs }, moment);
  const villageOf = new Map(facts.elders.map(({ id, village }) => [id, village]));
  await openHandovers(
    ctx,
    first.replaced.map((one) => ({ ...one, placePath: villageOf.get(one.elderId)! })),
    moment,
  );
  await db
    .updateTable("elder_pairing_elder")
    .set({ careFromOn: day })
    .where("state", "=", "active")
    .where("careFromOn", "is", null)
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .execute();
  const id = newId();
  const { primary, backup } = plan;
  const figures = { paired: primary.pairs.length, unserved: primary.unserved.length, moves: primary.moves, givenUp: primary.givenUp };
  await db
    .insertInto("elder_pairing_run")
    .values({
      id,
      placePath: path,
      ranOn: day,
      ranBy: actor.personId ?? actor.accountId,
      ...figures,
      isCertified: primary.isCertified && backup.isCertified,
      createdAt: clock.now(),
    })
    .execute();
  audit("run", id, figures);
  return id;
}
