import { checkSums } from "../check-pairing/check-sums.js";
import { findShortage } from "../explain-shortage/find-shortage.js";
import type { NetworkPlan, NetworkProblem } from "../solve-network/network-problem.js";
import { runSimplex } from "../solve-network/run-simplex.js";
import type { PairingAnswer, PairingDuals, PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";
import { trimPlaces, untrimDuals, untrimSecond } from "../solve-pairing/trim-places.js";
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
  const duals = readDuals(roster, answer.potential, whole.columns);
  return {
    solved: true,
    objective: answer.objective,
    chosen: chosenPairs(roster, answer.flow),
    duals: { ...untrimDuals(whole, problem, duals), gate: duals.gate },
  };
}

/**
 * Among all plans as cheap as a roster's `plan`, the one that is cheapest by a second cost, and so on: arcs whose reduced cost is not zero stay as they are
 * (complementary slackness), so the first duals still certify the result, and `second` that no plan as cheap has less of the second cost. One network
 * simplex for each cost.
 */
export function chooseAmongOptimalRosters(
  whole: PairingProblem,
  plan: PairingPlan,
  costs: readonly ((edge: number) => number)[],
): PairingPlan & { readonly second: PairingDuals } {
  const { row, column, gate } = plan.duals;
  const trimmed = trimPlaces(whole);
  const roster = drawRoster(trimmed);
  const ends = chooseInTurn(roster, [0, ...column, ...row, ...(gate ?? [])], costs);
  const second = readDuals(roster, ends[0]!.potential, whole.columns);
  return { ...plan, chosen: chosenPairs(roster, ends.at(-1)!.flow), second: untrimSecond(whole, trimmed, plan.duals, second) };
}

/** The cheapest flows by one cost after the other, each among those as cheap as the ones before, the first among those these potentials prove. */
export function chooseInTurn(
  { network, pairArc }: RosterNetwork,
  potential: ArrayLike<number>,
  costs: readonly ((edge: number) => number)[],
): readonly NetworkPlan[] {
  const ends: NetworkPlan[] = [];
  for (const costOf of costs) {
    settleArcs(network, ends.at(-1)?.potential ?? potential);
    network.cost.fill(0);
    pairArc.forEach((a, e) => (network.cost[a] = costOf(e)));
    const end = runSimplex(network);
    if (!end.solved) throw new Error("no optimal plan");
    ends.push(end);
  }
  return ends;
}

function readDuals({ firstGate }: RosterNetwork, potential: Float64Array, columns: number): PairingDuals & { readonly gate: Float64Array } {
  const level = potential.map((y) => y - potential[0]!);
  return { row: level.slice(1 + columns, firstGate), column: level.slice(1, 1 + columns), gate: level.slice(firstGate) };
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
