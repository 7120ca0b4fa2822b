import type { NetworkPlan, NetworkProblem } from "../solve-network/network-problem.js";
import { ExactSum } from "./exact-sum.js";

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
  const cost = new ExactSum();
  for (const [a, units] of flow.entries()) {
    if (!Number.isSafeInteger(units) || units < problem.lower[a]! || units > problem.upper[a]!) return "bounds";
    left[problem.from[a]!]! -= units;
    left[problem.to[a]!]! += units;
    cost.add(units * problem.cost[a]!);
  }
  if (left.some((units) => units !== 0)) return "balance";
  if (cost.value !== objective) return "objective";
  if (![...potential].every(Number.isSafeInteger)) return "potentials";
  return boundBelow(problem, potential) === objective ? "" : "gap";
}

function boundBelow({ from, to, lower, upper, cost, supply }: NetworkProblem, potential: Float64Array): number {
  const bound = new ExactSum();
  for (const [a, price] of cost.entries()) {
    const reduced = price + potential[from[a]!]! - potential[to[a]!]!;
    if (reduced !== 0) bound.add(reduced * (reduced > 0 ? lower[a]! : upper[a]!));
  }
  for (const [v, units] of supply.entries()) bound.add(-units * potential[v]!);
  return bound.value;
}
