import { markEdges, pricedProblem, type PairingProblem } from "@lianxin/matching/integers";
import type { CompiledSide } from "./compile-side.js";

/**
 * A side with a price on each change: on a pair that is new, on one that is dropped, and on a first helper who makes the backup change as well. Without
 * pairs held before it is the side itself. O(edges).
 */
export function priceMoves({ problem, before, follows, movePrice }: CompiledSide): PairingProblem {
  if (before.length === 0) return problem;
  const priced = pricedProblem(problem, markEdges(problem, before), movePrice);
  const cost = priced.cost.slice();
  for (const e of follows) cost[e]! += movePrice;
  return { ...priced, cost };
}
