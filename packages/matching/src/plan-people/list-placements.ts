import type { CompiledPlan } from "./compile-plan.js";
import { costOfPair } from "./cost-of-pair.js";
import type { Placement } from "./plan-problem.js";

/** Placements of chosen edges with their reasons, in the order of places. */
export function listPlacements({ source, scale, pairs }: CompiledPlan, chosen: Iterable<number>): Placement[] {
  const costOf = costOfPair(source.wishes ?? [], scale);
  return Array.from(chosen, (e) => {
    const pair = pairs[e]!;
    const { total, because } = costOf(pair);
    return { person: pair.person, place: pair.place, cost: total / scale, because };
  });
}
