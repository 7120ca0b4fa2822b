import { MatchingError } from "../errors.js";
import { LARGEST_COST, type PairingProblem, type Shortage } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { countMoves, markEdges, trueCost, withMovePrice, type KeptPlan } from "./kept-plan.js";

/** The default price of a move: more than any single difference between two costs, so that nobody moves for one pair's gain alone. */
export function defaultMovePrice({ cost }: PairingProblem): number {
  let least = Infinity;
  let most = -Infinity;
  for (const c of cost) {
    if (c < least) least = c;
    if (c > most) most = c;
  }
  return cost.length === 0 ? 1 : most - least + 1;
}

/**
 * Every pair that was not in `before` (edge numbers) costs a stated price; the plan is the cheapest with that price, and what it gives up against the
 * unconstrained optimum is `cost − optimum`. The plan's own objective and duals are of the priced problem (see pricedProblem). Two solves.
 *
 * @throws MatchingError costTooLarge if cost and price together leave 32 bits
 */
export function keepPriced(problem: PairingProblem, before: Iterable<number>, price: number = defaultMovePrice(problem)): KeptPlan | Shortage {
  const mark = markEdges(problem, before);
  const answer = solvePairing(pricedProblem(problem, mark, price));
  if (!answer.solved) return answer;
  const best = solvePairing(problem);
  if (!best.solved) return best;
  const moves = countMoves(answer, mark);
  return { plan: answer, cost: trueCost(problem, answer), optimum: best.objective, moves, atLeast: 0 };
}

/** The problem keepPriced solves, for checking its certificate. @throws MatchingError costTooLarge */
export function pricedProblem(problem: PairingProblem, before: Uint8Array, price: number): PairingProblem {
  if (!Number.isInteger(price) || price < 0) throw new MatchingError("notInteger", "movePrice", { value: String(price) });
  for (const c of problem.cost)
    if (Math.abs(c) + price > LARGEST_COST) throw new MatchingError("costTooLarge", "movePrice", { value: price, largest: LARGEST_COST });
  return withMovePrice(problem, before, 1, price);
}
