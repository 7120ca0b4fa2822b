import { LARGEST_SUM } from "../check-pairing/check-sums.js";
import { MatchingError } from "../errors.js";
import { largestOf } from "../solve-pairing/bounds-of.js";
import type { NetworkPlan, NetworkProblem } from "./network-problem.js";
import { NetworkSimplex } from "./network-simplex.js";

/** Where the simplex ended: a plan, or the node it could not serve and its last flow. */
export type SimplexEnd = NetworkPlan | { readonly solved: false; readonly starved: number; readonly simplex: NetworkSimplex };

/**
 * Runs the network simplex on a well-formed network.
 *
 * @throws MatchingError unboundedCost if a circle of arcs without upper bound costs less than nothing, sumTooLarge if the optimum's cost passes 2⁵³
 */
export function runSimplex(problem: NetworkProblem): SimplexEnd {
  const excess = excessAboveLower(problem);
  const simplex = new NetworkSimplex(problem, excess, artificialCost(problem));
  simplex.run();
  if (simplex.isUnbounded) throw new MatchingError("unboundedCost", "arcs");
  for (let v = 0; v < problem.nodes; v++) if (excess[v]! < 0 && simplex.unserved(v) > 0) return { solved: false, starved: v, simplex };
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
  return (largestOf(cost) + 1) * (nodes + 1);
}

function readPlan(problem: NetworkProblem, simplex: NetworkSimplex): NetworkPlan {
  const flow = problem.lower.slice();
  let objective = 0;
  let most = 0;
  for (let a = 0; a < flow.length; a++) {
    flow[a]! += simplex.flow[a]!;
    objective += flow[a]! * problem.cost[a]!;
    most += Math.abs(flow[a]! * problem.cost[a]!);
  }
  if (most > LARGEST_SUM) throw new MatchingError("sumTooLarge", "objective");
  return { solved: true, objective, flow, potential: simplex.tree.potential.slice(0, problem.nodes), pivots: simplex.pivots };
}
