import { MatchingError } from "../errors.js";
import { findNetworkShortage } from "../explain-shortage/find-network-shortage.js";
import type { NetworkAnswer, NetworkProblem } from "./network-problem.js";
import { NetworkSimplex } from "./network-simplex.js";

/**
 * The cheapest flow of a network with its dual proof, or a set of nodes that cannot be served. Rosters whose people may take several roles or shifts
 * under nested limits become such networks; plain pairings are faster with solvePairing. The input must be well formed (checkNetwork).
 *
 * @throws MatchingError unboundedCost if a circle of arcs without upper bound costs less than nothing
 */
export function solveNetwork(problem: NetworkProblem): NetworkAnswer {
  const excess = excessAboveLower(problem);
  const simplex = new NetworkSimplex(problem, excess, artificialCost(problem));
  simplex.run();
  if (simplex.isUnbounded) throw new MatchingError("unboundedCost", "arcs");
  for (let v = 0; v < problem.nodes; v++) if (excess[v]! < 0 && simplex.unserved(v) > 0) return findNetworkShortage(problem, simplex, v);
  return readPlan(problem, simplex);
}

/** Supply left when every arc carries its lower bound. */
function excessAboveLower({ nodes, from, to, lower, supply }: NetworkProblem): Float64Array {
  const excess = supply.slice(0, nodes);
  for (let a = 0; a < from.length; a++) {
    excess[from[a]!]! -= lower[a]!;
    excess[to[a]!]! += lower[a]!;
  }
  return excess;
}

/** Dearer than any path could be. */
function artificialCost({ nodes, cost }: NetworkProblem): number {
  let largest = 0;
  for (const c of cost) largest = Math.max(largest, Math.abs(c));
  return (largest + 1) * (nodes + 1);
}

function readPlan(problem: NetworkProblem, simplex: NetworkSimplex): NetworkAnswer {
  const flow = problem.lower.slice();
  let objective = 0;
  for (let a = 0; a < flow.length; a++) {
    flow[a]! += simplex.flow[a]!;
    objective += flow[a]! * problem.cost[a]!;
  }
  return { solved: true, objective, flow, potential: simplex.tree.potential.slice(0, problem.nodes), pivots: simplex.pivots };
}
