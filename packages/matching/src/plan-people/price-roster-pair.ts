import type { Move, Price } from "../explain-placement/price-alternative.js";
import { solveNetwork } from "../solve-network/solve-network.js";
import type { CompiledPlan } from "./compile-plan.js";
import { compileRoster } from "./compile-roster.js";

/**
 * The true price of a roster's placement, by solving again with it forbidden (if it is in the plan) or forced. Two solves: rosters with places that fall
 * together are small.
 */
export function priceRosterPair({ pairing, ...rest }: CompiledPlan, edge: number, inPlan: boolean): Price | undefined {
  const roster = compileRoster({ pairing, ...rest });
  const best = solveNetwork(roster.network);
  const arc = roster.pairArc[edge]!;
  const bound = inPlan ? { upper: roster.network.upper.slice() } : { lower: roster.network.lower.slice() };
  if (bound.upper !== undefined) bound.upper[arc] = 0;
  if (bound.lower !== undefined) bound.lower[arc] = 1;
  const other = solveNetwork({ ...roster.network, ...bound });
  if (!best.solved || !other.solved) return undefined;
  const moves: Move[] = [];
  for (let row = 0, e = 0; row < pairing.rows; row++) {
    for (; e < pairing.start[row + 1]!; e++) {
      const change = other.flow[roster.pairArc[e]!]! - best.flow[roster.pairArc[e]!]!;
      if (change !== 0) moves.push({ row, column: pairing.column[e]!, joins: change > 0 });
    }
  }
  return { cost: other.objective - best.objective, moves };
}
