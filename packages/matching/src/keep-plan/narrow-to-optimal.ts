import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";

/** The plans that are as cheap as a given one, as a problem of their own: some pairs are settled, the `free` ones may still be chosen. */
interface Narrowed {
  readonly problem: PairingProblem;
  readonly free: Int32Array;
  readonly settled: Int32Array;
}

/**
 * Among all plans as cheap as `plan`, the one that is cheapest by a second cost. Complementary slackness makes it a pairing over the tight pairs only,
 * so nothing is scaled and nothing can overflow; the first duals still certify the result. Cost of one solve over the tight pairs.
 */
export function chooseAmongOptimal(problem: PairingProblem, plan: PairingPlan, secondCost: (edge: number) => number): PairingPlan {
  const narrowed = narrow(problem, plan, secondCost);
  const answer = solvePairing(narrowed.problem);
  if (!answer.solved) throw new Error("an optimal plan was not among the plans its own duals allow");
  const chosen = Int32Array.from([...narrowed.settled, ...answer.chosen.map((k) => narrowed.free[k]!)]).sort();
  return { ...plan, chosen };
}

function narrow(problem: PairingProblem, { duals }: PairingPlan, secondCost: (edge: number) => number): Narrowed {
  const { rows, columns, start, column, cost } = problem;
  const free: number[] = [];
  const settled: number[] = [];
  const newStart = new Int32Array(rows + 1);
  const inRow = new Int32Array(rows);
  const inColumn = new Int32Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const reduced = cost[e]! + duals.column[column[e]!]! - duals.row[i]!;
      if (reduced === 0) free.push(e);
      if (reduced >= 0) continue;
      settled.push(e);
      inRow[i]!++;
      inColumn[column[e]!]!++;
    }
    newStart[i + 1] = free.length;
  }
  const edges = { start: newStart, column: Int32Array.from(free, (e) => column[e]!), cost: Int32Array.from(free, secondCost) };
  const counts = { ...narrowRows(problem, duals.row, inRow), ...narrowColumns(problem, duals.column, inColumn) };
  return { problem: { rows, columns, ...edges, ...counts }, free: Int32Array.from(free), settled: Int32Array.from(settled) };
}

function narrowRows({ rowMin, rowMax }: PairingProblem, dual: Float64Array, settled: Int32Array): Pick<PairingProblem, "rowMin" | "rowMax"> {
  return {
    rowMin: rowMin.map((min, i) => Math.max(0, (dual[i]! < 0 ? rowMax[i]! : min) - settled[i]!)),
    rowMax: rowMax.map((max, i) => (dual[i]! > 0 ? rowMin[i]! : max) - settled[i]!),
  };
}

function narrowColumns(
  { columnMin, columnMax, step }: PairingProblem,
  dual: Float64Array,
  settled: Int32Array,
): Pick<PairingProblem, "columnMin" | "columnMax"> {
  const newMin = columnMin.slice();
  const newMax = columnMax.slice();
  for (let j = 0, at = 0; j < columnMin.length; at += columnMax[j]!, j++) {
    const price = dual[j]!;
    while (newMin[j]! < columnMax[j]! && (step?.[at + newMin[j]!] ?? 0) < price) newMin[j]!++;
    while (newMax[j]! > columnMin[j]! && (step?.[at + newMax[j]! - 1] ?? 0) > price) newMax[j]!--;
    newMin[j] = Math.max(0, newMin[j]! - settled[j]!);
    newMax[j]! -= settled[j]!;
  }
  return { columnMin: newMin, columnMax: newMax };
}
