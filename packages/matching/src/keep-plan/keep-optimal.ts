import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { countMoves, markEdges, type KeptPlan } from "./kept-plan.js";
import { chooseAmongOptimal, type EdgeCost } from "./narrow-to-optimal.js";

/**
 * Cost first, then moves: of all cheapest plans the one with the fewest pairs that were not in `before` (edge numbers). No move at all while the old
 * plan is still optimal. What is then still equal is decided by the costs of `ties`, if any. Two solves, and one for each of those.
 */
export function keepOptimal(problem: PairingProblem, before: Iterable<number>, ...ties: readonly EdgeCost[]): KeptPlan | Shortage {
  const answer = solvePairing(problem);
  if (!answer.solved) return answer;
  const mark = markEdges(problem, before);
  const plan = chooseAmongOptimal(problem, answer, (e) => (mark[e] === 1 ? 0 : 1), ...ties);
  const moves = countMoves(plan, mark);
  return { plan, best: plan, cost: plan.objective, optimum: plan.objective, moves, atLeast: moves };
}
