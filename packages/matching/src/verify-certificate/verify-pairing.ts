import type { PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";
import { boundBelow } from "./bound-below.js";
import { addSteps, ExactSum } from "./exact-sum.js";

/** What an independent check of a plan found; `reason` says which claim failed. */
export interface Verdict {
  readonly certified: boolean;
  readonly reason: "" | "unknown pair" | "pair used twice" | "row count" | "column count" | "two at once" | "objective" | "duals" | "gap";
}

/**
 * Checks a plan and its duals against the problem, trusting nothing the solver says: the plan is feasible, costs what it claims, and the duals
 * bound every plan from below by exactly that cost (weak duality), so no plan is cheaper. Shares no code with the solver. O(m + places).
 */
export function verifyPairing(problem: PairingProblem, plan: PairingPlan): Verdict {
  const reason = findFault(problem, plan);
  return { certified: reason === "", reason };
}

function findFault(problem: PairingProblem, plan: PairingPlan): Verdict["reason"] {
  const tally = new Map<number, number>();
  const rowCount = new Array<number>(problem.rows).fill(0);
  const times = new Set<string>();
  const cost = new ExactSum();
  const rowOf = findRows(problem, plan.chosen);
  for (const [k, e] of plan.chosen.entries()) {
    if (!(e >= 0 && e < problem.cost.length)) return "unknown pair";
    if (k > 0 && e <= (plan.chosen[k - 1] ?? -1)) return "pair used twice";
    const time = problem.together?.[rowOf[k] ?? 0] ?? -1;
    const key = `${problem.column[e]}@${time}`;
    if (time >= 0 && times.has(key)) return "two at once";
    times.add(key);
    rowCount[rowOf[k] ?? 0]! += 1;
    tally.set(problem.column[e]!, (tally.get(problem.column[e]!) ?? 0) + 1);
    cost.add(problem.cost[e]!);
  }
  if (rowCount.some((n, i) => n < problem.rowMin[i]! || n > problem.rowMax[i]!)) return "row count";
  for (let j = 0; j < problem.columns; j++) {
    const n = tally.get(j) ?? 0;
    if (n < problem.columnMin[j]! || n > problem.columnMax[j]!) return "column count";
  }
  addSteps(problem, tally, cost);
  if (cost.value !== plan.objective) return "objective";
  const { row, column, gate } = plan.duals;
  if (![...row, ...column, ...(gate ?? [])].every(Number.isSafeInteger)) return "duals";
  return boundBelow(problem, plan.duals)[0] === plan.objective ? "" : "gap";
}

function findRows({ start, rows }: PairingProblem, chosen: Int32Array): number[] {
  const found: number[] = [];
  let i = 0;
  for (const e of chosen) {
    while (i < rows - 1 && e >= start[i + 1]!) i++;
    found.push(i);
  }
  return found;
}
