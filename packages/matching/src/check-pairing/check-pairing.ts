import { MatchingError } from "../errors.js";
import { checkPairingSums } from "./check-sums.js";
import { expectList, MOST } from "./expect-counts.js";
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
  checkPairingSums(problem);
}

function checkLengths(problem: PairingProblem): void {
  const { rows, columns, start, column, cost } = problem;
  expectList("start", start, Int32Array, rows + 1);
  expectList("rowMin", problem.rowMin, Int32Array, rows);
  expectList("rowMax", problem.rowMax, Int32Array, rows);
  expectList("columnMin", problem.columnMin, Int32Array, columns);
  expectList("columnMax", problem.columnMax, Int32Array, columns);
  expectList("column", column, Int32Array, column.length);
  expectList("cost", cost, Int32Array, column.length);
  if (problem.together !== undefined) expectList("together", problem.together, Int32Array, rows);
  if (start[0] !== 0 || start[rows] !== column.length) throw new MatchingError("lengthMismatch", "start", { expected: column.length, found: start[rows]! });
}

function checkSide(side: "row" | "column", min: Int32Array, max: Int32Array): void {
  let least = 0;
  for (let k = 0; k < min.length; k++) {
    least += min[k]!;
    if (min[k]! < 0 || max[k]! < 0) throw new MatchingError("negativeCount", `${side} ${k}`, { value: Math.min(min[k]!, max[k]!) });
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
  expectList("step", step, Int32Array, at);
}
