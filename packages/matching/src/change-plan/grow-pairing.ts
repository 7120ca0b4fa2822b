import type { PairingProblem } from "../solve-pairing/pairing-problem.js";

/** One pair of a newcomer: whom it may be paired with, at what cost. */
export type NewPair = readonly [other: number, cost: number];

/** The problem with one more row, which comes last and falls together with no other. O(m). */
export function withRow(problem: PairingProblem, pairs: readonly NewPair[], min: number, max: number): PairingProblem {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  const end = problem.start[problem.rows]!;
  return {
    ...problem,
    rows: problem.rows + 1,
    start: append(problem.start, [end + pairs.length]),
    column: append(
      problem.column,
      sorted.map(([column]) => column),
    ),
    cost: append(
      problem.cost,
      sorted.map(([, cost]) => cost),
    ),
    rowMin: append(problem.rowMin, [min]),
    rowMax: append(problem.rowMax, [max]),
    together: problem.together && append(problem.together, [-1]),
  };
}

/** The problem with one more column, which comes last; its places cost nothing. O(m). */
export function withColumn(problem: PairingProblem, pairs: readonly NewPair[], min: number, max: number): PairingProblem {
  const { rows, columns, start } = problem;
  const costOf = new Map(pairs);
  const added: Pick<PairingProblem, "start" | "column" | "cost"> = {
    start: start.slice(),
    column: new Int32Array(problem.column.length + costOf.size),
    cost: new Int32Array(problem.column.length + costOf.size),
  };
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      added.column[at] = problem.column[e]!;
      added.cost[at++] = problem.cost[e]!;
    }
    const cost = costOf.get(i);
    if (cost !== undefined) {
      added.column[at] = columns;
      added.cost[at++] = cost;
    }
    added.start[i + 1] = at;
  }
  const step = problem.step === undefined ? undefined : append(problem.step, new Array<number>(max).fill(0));
  return { ...problem, ...added, columns: columns + 1, columnMin: append(problem.columnMin, [min]), columnMax: append(problem.columnMax, [max]), step };
}

/** The problem with another interval for one column; its steps are cut, or go on at the last one's cost. O(places). */
export function withColumnLimits(problem: PairingProblem, column: number, min: number, max: number): PairingProblem {
  const columnMin = problem.columnMin.slice();
  const columnMax = problem.columnMax.slice();
  columnMin[column] = min;
  columnMax[column] = max;
  if (problem.step === undefined) return { ...problem, columnMin, columnMax };
  let first = 0;
  for (let j = 0; j < column; j++) first += problem.columnMax[j]!;
  const last = first + problem.columnMax[column]!;
  const own = Array.from({ length: max }, (_, k) => problem.step?.[Math.min(first + k, last - 1)] ?? 0);
  return { ...problem, columnMin, columnMax, step: Int32Array.from([...problem.step.subarray(0, first), ...own, ...problem.step.subarray(last)]) };
}

/** The problem without the pairs marked 2, and otherwise the same. O(m). */
export function withoutForbidden(problem: PairingProblem, state: Uint8Array): PairingProblem {
  const start = new Int32Array(problem.rows + 1);
  const kept: number[] = [];
  for (let i = 0; i < problem.rows; i++) {
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) if (state[e] !== 2) kept.push(e);
    start[i + 1] = kept.length;
  }
  return { ...problem, start, column: Int32Array.from(kept, (e) => problem.column[e]!), cost: Int32Array.from(kept, (e) => problem.cost[e]!) };
}

function append(list: Int32Array, more: readonly number[]): Int32Array {
  const grown = new Int32Array(list.length + more.length);
  grown.set(list);
  grown.set(more, list.length);
  return grown;
}
