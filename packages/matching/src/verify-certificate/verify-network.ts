import type { NetworkPlan, NetworkProblem } from "../solve-network/network-problem.js";

/** What an independent check of a flow found; `reason` says which claim failed. */
export interface NetworkVerdict {
  readonly certified: boolean;
  readonly reason: "" | "bounds" | "balance" | "objective" | "potentials" | "gap";
}

/**
 * Checks a flow and its potentials, trusting nothing the solver says: bounds and balances hold, the flow costs what it claims, and the potentials bound
 * every flow from below by exactly that cost: Σ arcs (reduced > 0 ? reduced · lower : reduced · upper) − Σ supply · potential. O(m).
 */
export function verifyNetwork(problem: NetworkProblem, plan: NetworkPlan): NetworkVerdict {
  const reason = findFault(problem, plan);
  return { certified: reason === "", reason };
}

function findFault(problem: NetworkProblem, { flow, potential, objective }: NetworkPlan): NetworkVerdict["reason"] {
  const left = [...problem.supply];
  let cost = 0;
  let bound = 0;
  for (const [a, units] of flow.entries()) {
    if (!Number.isSafeInteger(units) || units < problem.lower[a]! || units > problem.upper[a]!) return "bounds";
    const [tail, head] = [problem.from[a]!, problem.to[a]!];
    left[tail]! -= units;
    left[head]! += units;
    cost += units * problem.cost[a]!;
    const reduced = problem.cost[a]! + potential[tail]! - potential[head]!;
    if (reduced !== 0) bound += reduced * (reduced > 0 ? problem.lower[a]! : problem.upper[a]!);
  }
  if (left.some((units) => units !== 0)) return "balance";
  if (cost !== objective) return "objective";
  if (![...potential].every(Number.isSafeInteger)) return "potentials";
  for (const [v, supply] of problem.supply.entries()) bound -= supply * potential[v]!;
  return bound === cost ? "" : "gap";
}
