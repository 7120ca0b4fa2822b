import { MatchingError } from "../errors.js";
import { largestOf } from "../solve-pairing/bounds-of.js";
import type { NetworkProblem } from "../solve-network/network-problem.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";

/** Whole numbers are exact up to here. */
export const LARGEST_SUM = 2 ** 53 - 1;

/**
 * Refuses a network whose potentials, or whose costs for what must flow, could pass 2⁵³; larger costs may come of flow that need not be, and are refused
 * when the optimum is read. O(m). @throws MatchingError sumTooLarge
 */
export function checkSums({ nodes, supply, lower, cost }: NetworkProblem): void {
  const largest = largestOf(cost);
  let units = 0;
  for (const s of supply) units += Math.abs(s);
  for (const l of lower) units += l;
  if ((units + 4 * nodes + 4) * (largest + 1) > LARGEST_SUM) throw new MatchingError("sumTooLarge", "cost", { units, nodes, largest });
}

/** How many units a pairing's costs could be counted for. */
export function countUnits({ rows, columns, rowMax }: PairingProblem): number {
  return rowMax.reduce((sum, max) => sum + max, rows + columns);
}

/** Refuses costs whose sum over so many units could pass 2⁵³. @throws MatchingError sumTooLarge */
export function expectSum(units: number, largest: number): void {
  if (units * largest * 2 > LARGEST_SUM) throw new MatchingError("sumTooLarge", "cost", { units, largest });
}

/** expectSum for a pairing, whose costs may have been changed since it was checked. O(m). @throws MatchingError sumTooLarge */
export function checkPairingSums(problem: PairingProblem): void {
  expectSum(countUnits(problem), largestOf(problem.cost, problem.step));
}
