import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { countMoves, markEdges, type KeptPlan } from "./kept-plan.js";
import { chooseAmongOptimal } from "./narrow-to-optimal.js";

/**
 * Cost first, then moves: of all cheapest plans the one with the fewest pairs that were not in `before` (edge numbers). No move at all while the old
 * plan is still optimal. Two solves.
 */
export function keepOptimal(problem: PairingProblem, before: Iterable<number>): KeptPlan | Shortage {
  const answer = solvePairing(problem);
  if (!answer.solved) return answer;
  const mark = markEdges(problem, before);
  const plan = chooseAmongOptimal(problem, answer, (e) => (mark[e] === 1 ? 0 : 1));
  const moves = countMoves(plan, mark);
  return { plan, cost: plan.objective, optimum: plan.objective, moves, atLeast: moves };
}
