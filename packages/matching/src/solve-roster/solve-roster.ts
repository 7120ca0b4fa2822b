import { checkSums } from "../check-pairing/check-sums.js";
import { findShortage } from "../explain-shortage/find-shortage.js";
import type { NetworkProblem } from "../solve-network/network-problem.js";
import { runSimplex } from "../solve-network/run-simplex.js";
import type { PairingAnswer, PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";
import { trimPlaces, untrimDuals } from "../solve-pairing/trim-places.js";
import { drawRoster, type RosterNetwork } from "./roster-network.js";

/** True if a column that takes several rows could get two that fall together: then a plain pairing does not say it all. O(pairs). */
export function isRoster({ rows, start, column, columnMax, together }: PairingProblem): boolean {
  const seen = new Set<number>();
  for (let i = 0; together !== undefined && i < rows; i++) {
    if (together[i]! < 0) continue;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const key = column[e]! * rows + together[i]!;
      if (columnMax[column[e]!]! > 1 && seen.has(key)) return true;
      seen.add(key);
    }
  }
  return false;
}

/**
 * The cheapest plan of a pairing some of whose rows fall together, through a network with a gate per column and time; or a minimal shortage. One
 * network simplex. @throws MatchingError sumTooLarge
 */
export function solveRoster(whole: PairingProblem): PairingAnswer {
  const problem = trimPlaces(whole);
  const roster = drawRoster(problem);
  checkSums(roster.network);
  const answer = runSimplex(roster.network);
  if (!answer.solved) return findShortage(whole);
  const { columns } = whole;
  const potential = answer.potential.map((y) => y - answer.potential[0]!);
  const duals = untrimDuals(whole, problem, { row: potential.slice(1 + columns, roster.firstGate), column: potential.slice(1, 1 + columns) });
  return {
    solved: true,
    objective: answer.objective,
    chosen: chosenPairs(roster, answer.flow),
    duals: { ...duals, gate: potential.slice(roster.firstGate) },
  };
}

/**
 * Among all plans as cheap as a roster's `plan`, the one that is cheapest by a second cost, and so on: arcs whose reduced cost is not zero stay as they are
 * (complementary slackness), so the first duals still certify the result. One network simplex for each cost.
 */
export function chooseAmongOptimalRosters(whole: PairingProblem, plan: PairingPlan, costs: readonly ((edge: number) => number)[]): PairingPlan {
  const { row, column, gate } = plan.duals;
  const roster = drawRoster(trimPlaces(whole));
  const { network, pairArc } = roster;
  let potential: ArrayLike<number> = [0, ...column, ...row, ...(gate ?? [])];
  let { chosen } = plan;
  for (const costOf of costs) {
    settleArcs(network, potential);
    network.cost.fill(0);
    pairArc.forEach((a, e) => (network.cost[a] = costOf(e)));
    const end = runSimplex(network);
    if (!end.solved) throw new Error("an optimal plan was not among the plans its own duals allow");
    chosen = chosenPairs(roster, end.flow);
    potential = end.potential;
  }
  return { ...plan, chosen };
}

/** Leaves only arcs whose reduced cost is zero free. */
function settleArcs({ from, to, lower, upper, cost }: NetworkProblem, potential: ArrayLike<number>): void {
  for (let a = 0; a < cost.length; a++) {
    const reduced = cost[a]! + potential[from[a]!]! - potential[to[a]!]!;
    if (reduced > 0) upper[a] = lower[a]!;
    if (reduced < 0) lower[a] = upper[a]!;
  }
}

/** The pairs a flow uses. */
export function chosenPairs({ pairArc }: RosterNetwork, flow: Float64Array): Int32Array {
  return Int32Array.from([...pairArc.keys()].filter((e) => flow[pairArc[e]!] === 1));
}
