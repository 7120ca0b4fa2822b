import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { changeOf, countChanges, markEdges, type KeptPlan } from "./kept-plan.js";
import { chooseAmongOptimal, type EdgeCost } from "./narrow-to-optimal.js";

/**
 * Cost first, then changes: of all cheapest plans the one that differs least from `before` (edge numbers), new and dropped pairs counted alike. No change at
 * all while the old plan is still optimal. What is then still equal is decided by the costs of `ties`, if any. Two solves, and one for each of those.
 */
export function keepOptimal(problem: PairingProblem, before: Iterable<number>, ...ties: readonly EdgeCost[]): KeptPlan | Shortage {
  const answer = solvePairing(problem);
  if (!answer.solved) return answer;
  const mark = markEdges(problem, before);
  const { second, ...plan } = chooseAmongOptimal(problem, answer, changeOf(mark), ...ties);
  const { moves, dropped } = countChanges(plan, mark);
  const cost = plan.objective;
  return { plan, best: plan, cost, optimum: cost, most: cost, moves, dropped, atLeast: moves + dropped, proof: { kind: "ranked", first: plan.duals, second } };
}
