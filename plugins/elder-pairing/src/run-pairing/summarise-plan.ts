import type { PairShortage, PlannedPairs, SidePlan } from "../plan-pairs/pair-facts.js";

interface SideSummary {
  readonly paired: number;
  readonly unserved: readonly string[];
  /** Why they found nobody, one for each group of elders who compete for the same cadres. */
  readonly shortages: readonly Pick<PairShortage, "elderIds" | "cadreIds" | "unserved" | "units" | "need" | "offer">[];
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

const summarise = ({ pairs, unserved, shortages, isCertified, moves, givenUp }: SidePlan): SideSummary => ({
  ...{ paired: pairs.length, unserved, isCertified, moves, givenUp },
  shortages: shortages.map(({ elderIds, cadreIds, unserved: left, units, need, offer }) => ({ elderIds, cadreIds, unserved: left, units, need, offer })),
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
