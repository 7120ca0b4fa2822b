import { everywhere } from "@lianxin/plugin-kit";
import { planInWorker } from "../plan-pairs/plan-in-worker.js";
import type { PairFacts, PlannedPairs, SidePlan } from "../plan-pairs/pair-facts.js";
import { readFacts } from "../plan-pairs/read-facts.js";
import type { ElderPairingContext } from "../plugin.js";

/** A matching as it would be, with what it was made from. */
export interface Draft {
  readonly facts: PairFacts;
  readonly plan: PlannedPairs;
}
/** Plans the townships at or below a path, outside the lane: reads, then solves in a thread. */
export async function draftTowns(ctx: ElderPairingContext, path: string): Promise<Draft> {
  const towns = await townsBelow(ctx, path);
  const { facts } = await readFacts(ctx, ctx.clock.today(), towns);
  return { facts, plan: await planInWorker(ctx, facts) };
}

/** The same, of which what concerns elders at or below the path. */
export const draftPairing = async (ctx: ElderPairingContext, path: string): Promise<Draft> => keepBelow(await draftTowns(ctx, path), path);

/** Villages beside the path are looked at, because their helpers are not free, and are left as they are. */
export function keepBelow({ facts, plan }: Draft, path: string): Draft {
  const elders = facts.elders.filter(({ village }) => village.startsWith(path));
  if (elders.length === facts.elders.length) return { facts, plan };
  const ids = new Set(elders.map(({ id }) => id));
  const only = (side: SidePlan): SidePlan => ({
    ...side,
    pairs: side.pairs.filter(({ elderId }) => ids.has(elderId)),
    unserved: side.unserved.filter((id) => ids.has(id)),
    shortages: side.shortages.filter(({ unserved }) => unserved.some((id) => ids.has(id))),
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
