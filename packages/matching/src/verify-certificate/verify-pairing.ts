import type { PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";

/** What an independent check of a plan found; `reason` says which claim failed. */
export interface Verdict {
  readonly certified: boolean;
  readonly reason: "" | "unknown pair" | "pair used twice" | "row count" | "column count" | "objective" | "duals" | "gap";
}

/**
 * Checks a plan and its duals against the problem, trusting nothing the solver says: the plan is feasible, costs what it claims, and the duals
 * bound every plan from below by exactly that cost (weak duality), so no plan is cheaper. Shares no code with the solver. O(m + places).
 *
 * The bound: Σ pairs min(0, c + p − u) + Σ rows (u > 0 ? u·min : u·max) + Σ columns (mandatory places s − p, further ones min(0, s − p)).
 */
export function verifyPairing(problem: PairingProblem, plan: PairingPlan): Verdict {
  const reason = findFault(problem, plan);
  return { certified: reason === "", reason };
}

function findFault(problem: PairingProblem, plan: PairingPlan): Verdict["reason"] {
  const tally = new Map<number, number>();
  const rowCount = new Array<number>(problem.rows).fill(0);
  let cost = 0;
  const rowOf = findRows(problem, plan.chosen);
  for (const [k, e] of plan.chosen.entries()) {
    if (!(e >= 0 && e < problem.cost.length)) return "unknown pair";
    if (k > 0 && e <= (plan.chosen[k - 1] ?? -1)) return "pair used twice";
    rowCount[rowOf[k] ?? 0]! += 1;
    tally.set(problem.column[e]!, (tally.get(problem.column[e]!) ?? 0) + 1);
    cost += problem.cost[e]!;
  }
  if (rowCount.some((n, i) => n < problem.rowMin[i]! || n > problem.rowMax[i]!)) return "row count";
  for (let j = 0; j < problem.columns; j++) {
    const n = tally.get(j) ?? 0;
    if (n < problem.columnMin[j]! || n > problem.columnMax[j]!) return "column count";
  }
  cost += priceSteps(problem, tally);
  if (cost !== plan.objective) return "objective";
  if (![...plan.duals.row, ...plan.duals.column].every(Number.isSafeInteger)) return "duals";
  return boundBelow(problem, plan) === cost ? "" : "gap";
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

function priceSteps({ step, columns, columnMax }: PairingProblem, tally: ReadonlyMap<number, number>): number {
  if (step === undefined) return 0;
  let sum = 0;
  for (let j = 0, at = 0; j < columns; at += columnMax[j]!, j++) for (let k = 0; k < (tally.get(j) ?? 0); k++) sum += step[at + k]!;
  return sum;
}

function boundBelow(problem: PairingProblem, { duals: { row, column } }: PairingPlan): number {
  let bound = 0;
  for (let i = 0; i < problem.rows; i++) {
    const u = row[i]!;
    if (u !== 0) bound += u * (u > 0 ? problem.rowMin[i]! : problem.rowMax[i]!);
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) bound += Math.min(0, problem.cost[e]! + column[problem.column[e]!]! - u);
  }
  for (let j = 0, at = 0; j < problem.columns; at += problem.columnMax[j]!, j++) {
    for (let k = 0; k < problem.columnMax[j]!; k++) {
      const gain = (problem.step?.[at + k] ?? 0) - column[j]!;
      bound += k < problem.columnMin[j]! ? gain : Math.min(0, gain);
    }
  }
  return bound;
}
