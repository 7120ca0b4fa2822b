import { findShortage, lookForShortage } from "../explain-shortage/find-shortage.js";
import { fillMinima, hasRoom, insertRows } from "./insert-rows.js";
import { runAuction } from "./run-auction.js";
import type { PairingAnswer, PairingPlan, PairingProblem, Shortage } from "./pairing-problem.js";
import { Residual } from "./residual.js";
import { restoreSlackness } from "./restore-slackness.js";
import { settle } from "./settle.js";
import { isRoster, solveRoster } from "../solve-roster/solve-roster.js";
import { trimPlaces, untrimDuals } from "./trim-places.js";

/**
 * The cheapest plan of a pairing with its dual proof, or the smallest shortage that makes one impossible. The input must be well formed
 * (checkPairing); the result is the same on every platform: only integer arithmetic, ties broken by edge order.
 *
 * ε-scaling auction to a nearly optimal start, then an exact primal–dual finish. O(n m log(n C)) worst case, near linear in m in practice. Where a column
 * might get two rows that fall together, a network simplex instead.
 *
 * @throws MatchingError sumTooLarge where a roster's costs could leave the range of exact arithmetic
 */
export function solvePairing(problem: PairingProblem): PairingAnswer {
  if (isRoster(problem)) return solveRoster(problem);
  let short: Shortage | undefined;
  const net = solveResidual(problem, () => (short = lookForShortage(problem)) !== undefined);
  return short ?? (isSettled(net) ? planOf(net, problem) : findShortage(problem));
}

/**
 * The residual network of an optimal plan; where balances remain, no plan exists. Once an auction has given up, `isHopeless` is asked whether to leave the
 * finish, which would be long and in vain, for no plan exists.
 */
export function solveResidual(problem: PairingProblem, isHopeless: () => boolean = () => false): Residual {
  const trimmed = trimPlaces(problem);
  return (hasRoom(trimmed) ? solveByInsertion(trimmed) : undefined) ?? solveByAuction(trimmed, isHopeless);
}

/** Row by row, or undefined where that would take too long or some row finds no place. */
export function solveByInsertion(trimmed: PairingProblem): Residual | undefined {
  const net = new Residual(trimmed);
  if (!insertRows(net)) return undefined;
  fillMinima(net);
  return net;
}

/** All rows at once, by prices: for contested places, and for problems without a plan. */
export function solveByAuction(trimmed: PairingProblem, isHopeless: () => boolean = () => false): Residual {
  const net = new Residual(trimmed);
  if (!runAuction(net) && isHopeless()) return net;
  restoreSlackness(net);
  settle(net);
  return net;
}

/** True if every unit that arrives also leaves. O(n). */
export function isSettled(net: Residual): boolean {
  return net.balance.every((units) => units === 0);
}

/** Reads plan, objective and duals from a settled network, made good for the problem it was trimmed from. O(m + places). */
export function planOf(net: Residual, whole: PairingProblem): PairingPlan {
  const { rows, columns } = net.problem;
  const zero = net.potential[net.zero]!;
  const chosen = heldEdges(net);
  const level = net.potential.map((y) => y - zero);
  const duals = untrimDuals(whole, net.problem, { row: level.slice(0, rows), column: level.slice(rows, rows + columns) });
  return { solved: true, objective: net.spent, chosen, duals };
}

/** The pairs held, rising. Gathered from their holders: a loop over all pairs would be compiled in the middle of a first call. O(held log held). */
function heldEdges({ problem, placeStart, count, holderEdge }: Residual): Int32Array {
  const held = new Int32Array(count.reduce((sum, n) => sum + n, 0));
  for (let j = 0, size = 0; j < problem.columns; size += count[j++]!) held.set(holderEdge.subarray(placeStart[j], placeStart[j]! + count[j]!), size);
  return held.sort();
}
