import { MatchingError } from "../errors.js";
import { LARGEST_SUM } from "./check-sums.js";
import { MOST } from "./expect-counts.js";
import { largestOf } from "../solve-pairing/bounds-of.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";

/**
 * Refuses a pairing that is not well formed: an empty side, lengths that do not fit, an edge to nowhere or twice, a negative count, a minimum above
 * its maximum, more places to fill than fit into memory, falling steps, or costs whose sum could pass 2⁵³. O(m).
 *
 * @throws MatchingError emptySide, badFormat, lengthMismatch, outOfRange, duplicatePair, negativeCount, minAboveMax, tooMany, stepsNotRising, sumTooLarge
 */
export function checkPairing(problem: PairingProblem): void {
  if (problem.rows < 1) throw new MatchingError("emptySide", "rows");
  if (problem.columns < 1) throw new MatchingError("emptySide", "columns");
  checkLengths(problem);
  checkSide("row", problem.rowMin, problem.rowMax);
  checkSide("column", problem.columnMin, problem.columnMax);
  checkEdges(problem);
  for (const group of problem.together ?? [])
    if (group < -1 || group >= problem.rows) throw new MatchingError("outOfRange", "together", { value: group, rows: problem.rows });
  if (problem.step !== undefined) checkSteps(problem, problem.step);
  checkSum(problem);
}

function checkLengths(problem: PairingProblem): void {
  const { rows, columns, start, column, cost } = problem;
  expectLength("start", start, rows + 1);
  expectLength("rowMin", problem.rowMin, rows);
  expectLength("rowMax", problem.rowMax, rows);
  expectLength("columnMin", problem.columnMin, columns);
  expectLength("columnMax", problem.columnMax, columns);
  expectLength("cost", cost, column.length);
  if (problem.together !== undefined) expectLength("together", problem.together, rows);
  if (start[0] !== 0 || start[rows] !== column.length) throw new MatchingError("lengthMismatch", "start", { expected: column.length });
}

function expectLength(item: string, list: Int32Array, expected: number): void {
  if (!(list instanceof Int32Array)) throw new MatchingError("badFormat", item, { reason: "Int32Array" });
  if (list.length !== expected) throw new MatchingError("lengthMismatch", item, { expected, found: list.length });
}

function checkSide(side: "row" | "column", min: Int32Array, max: Int32Array): void {
  let least = 0;
  for (let k = 0; k < min.length; k++) {
    least += min[k]!;
    if (min[k]! < 0 || max[k]! < 0) throw new MatchingError("negativeCount", `${side} ${k}`, { min: min[k]!, max: max[k]! });
    if (min[k]! > max[k]!) throw new MatchingError("minAboveMax", `${side} ${k}`, { min: min[k]!, max: max[k]! });
  }
  if (least > MOST) throw new MatchingError("tooMany", side, { value: least, largest: MOST });
}

function checkEdges({ rows, columns, start, column }: PairingProblem): void {
  const lastRow = new Int32Array(columns).fill(-1);
  for (let i = 0; i < rows; i++) {
    if (start[i]! > start[i + 1]!) throw new MatchingError("outOfRange", `start ${i}`, { value: start[i]! });
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const j = column[e]!;
      if (j < 0 || j >= columns) throw new MatchingError("outOfRange", `edge ${e}`, { value: j, columns });
      if (lastRow[j] === i) throw new MatchingError("duplicatePair", `edge ${e}`, { row: i, column: j });
      lastRow[j] = i;
    }
  }
}

function checkSteps({ columns, columnMax }: PairingProblem, step: Int32Array): void {
  let at = 0;
  for (let j = 0; j < columns; j++) {
    for (let k = 1; k < columnMax[j]!; k++) {
      if (!(step[at + k]! >= step[at + k - 1]!)) throw new MatchingError("stepsNotRising", `column ${j}`, { place: k });
    }
    at += columnMax[j]!;
  }
  expectLength("step", step, at);
}

function checkSum({ rows, rowMax, columns, cost, step }: PairingProblem): void {
  const largest = largestOf(cost, step);
  let units = rows + columns;
  for (let i = 0; i < rows; i++) units += rowMax[i]!;
  if (units * largest * 2 > LARGEST_SUM) throw new MatchingError("sumTooLarge", "cost", { units, largest });
}
