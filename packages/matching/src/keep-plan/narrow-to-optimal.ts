import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { chooseAmongOptimalRosters } from "../solve-roster/solve-roster.js";
import type { PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";

/** The plans that are as cheap as a given one, as a problem of their own: some pairs are settled, the `free` ones may still be chosen. */
interface Narrowed {
  readonly problem: PairingProblem;
  readonly free: Int32Array;
  readonly settled: Int32Array;
}

/** A cost of each edge, by its number. */
export type EdgeCost = (edge: number) => number;

/**
 * Among all plans as cheap as `plan`, the one that is cheapest by a second cost, and so on. Complementary slackness makes it a pairing over the tight pairs
 * only, so nothing is scaled and nothing can overflow; the first duals still certify the result. One solve over the tight pairs for each cost.
 */
export function chooseAmongOptimal(problem: PairingProblem, plan: PairingPlan, second: EdgeCost, ...more: readonly EdgeCost[]): PairingPlan {
  if (plan.duals.gate !== undefined) return chooseAmongOptimalRosters(problem, plan, [second, ...more]);
  const narrowed = narrow(problem, plan, second);
  let answer = solvePairing(narrowed.problem);
  if (!answer.solved) throw new Error("an optimal plan was not among the plans its own duals allow");
  const [third, ...rest] = more.map(
    (costOf): EdgeCost =>
      (k) =>
        costOf(narrowed.free[k]!),
  );
  if (third !== undefined) answer = chooseAmongOptimal(narrowed.problem, answer, third, ...rest);
  const chosen = Int32Array.from([...narrowed.settled, ...answer.chosen.map((k) => narrowed.free[k]!)]).sort();
  return { ...plan, chosen };
}

function narrow(problem: PairingProblem, { duals }: PairingPlan, second: EdgeCost): Narrowed {
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
  const edges = { start: newStart, column: Int32Array.from(free, (e) => column[e]!), cost: Int32Array.from(free, second) };
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
    if (step === undefined) {
      if (price > 0) newMin[j] = columnMax[j]!;
      if (price < 0) newMax[j] = columnMin[j]!;
    } else {
      while (newMin[j]! < columnMax[j]! && step[at + newMin[j]!]! < price) newMin[j]!++;
      while (newMax[j]! > columnMin[j]! && step[at + newMax[j]! - 1]! > price) newMax[j]!--;
    }
    newMin[j] = Math.max(0, newMin[j]! - settled[j]!);
    newMax[j]! -= settled[j]!;
  }
  return { columnMin: newMin, columnMax: newMax };
}
