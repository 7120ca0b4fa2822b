import { checkPairingSums } from "../check-pairing/check-sums.js";
import { expectNatural } from "../check-pairing/expect-counts.js";
import { MatchingError } from "../errors.js";
import { boundsOf } from "../solve-pairing/bounds-of.js";
import { LARGEST_COST, type PairingProblem, type Shortage } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { countChanges, markEdges, trueCost, withMovePrice, type KeptPlan } from "./kept-plan.js";
import type { MoveProof } from "../verify-certificate/verify-moves.js";
import { chooseAmongOptimal, type EdgeCost } from "./narrow-to-optimal.js";

/**
 * The default price of a change: more than any single difference between two pairs, or between a pair and none, and the same for steps. No gain is then
 * worth a change of a plan that is still possible: it stays whole.
 */
export function defaultMovePrice({ cost, step }: PairingProblem): number {
  return 1 + rangeOf(cost) + rangeOf(step ?? []);
}

function rangeOf(list: ArrayLike<number>): number {
  const { least, most } = boundsOf(list);
  return Math.max(0, most) - Math.min(0, least);
}

/**
 * Every pair that was not in `before` (edge numbers), and every pair of it that is dropped, costs a stated price; the plan is the cheapest with that price, and what it gives up against the
 * unconstrained optimum is `cost − optimum`. The plan's own objective and duals are of the priced problem (see pricedProblem). What is then still equal is
 * decided by the costs of `ties`, if any. Two solves, and one for each of those.
 *
 * @throws MatchingError notInteger or negativeCount for the price, costTooLarge if cost and price together leave 32 bits, sumTooLarge if their sums pass 2⁵³
 */
export function keepPriced(
  problem: PairingProblem,
  before: Iterable<number>,
  price: number = defaultMovePrice(problem),
  ...ties: readonly EdgeCost[]
): KeptPlan | Shortage {
  const mark = markEdges(problem, before);
  const priced = pricedProblem(problem, mark, price);
  const answer = solvePairing(priced);
  if (!answer.solved) return answer;
  const best = solvePairing(problem);
  if (!best.solved) return best;
  const [first, ...rest] = ties;
  const plan = first === undefined ? answer : chooseAmongOptimal(priced, answer, first, ...rest);
  const cost = trueCost(problem, plan);
  const { moves, dropped } = countChanges(plan, mark);
  const proof: MoveProof = { kind: "priced", factor: 1, price, duals: plan.duals };
  // A cheaper plan with fewer changes would be cheaper with their price as well.
  return { plan, best, cost, optimum: best.objective, most: cost, moves, dropped, atLeast: price === 0 ? 0 : moves + dropped, proof };
}

/** The problem keepPriced solves, for checking its certificate. @throws MatchingError as keepPriced */
export function pricedProblem(problem: PairingProblem, before: Uint8Array, price: number): PairingProblem {
  expectNatural("movePrice", price);
  for (const c of problem.cost)
    if (Math.abs(c) + price > LARGEST_COST) throw new MatchingError("costTooLarge", "movePrice", { value: price, largest: LARGEST_COST });
  const priced = withMovePrice(problem, before, 1, price);
  checkPairingSums(priced);
  return priced;
}
