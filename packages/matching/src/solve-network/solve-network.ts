import { findNetworkShortage } from "../explain-shortage/find-network-shortage.js";
import type { NetworkAnswer, NetworkProblem } from "./network-problem.js";
import { runSimplex } from "./run-simplex.js";

/**
 * The cheapest flow of a network with its dual proof, or a set of nodes that cannot be served, of which every part can. Plain pairings are faster with solvePairing, which takes
 * rosters too. The input must be well formed (checkNetwork).
 *
 * @throws MatchingError unboundedCost if a circle of arcs without upper bound costs less than nothing, sumTooLarge if the optimum's cost passes 2⁵³
 */
export function solveNetwork(problem: NetworkProblem): NetworkAnswer {
  const end = runSimplex(problem);
  return end.solved ? end : findNetworkShortage(problem, end);
}
