import type { PairingDuals, PairingProblem } from "./pairing-problem.js";

/** Up to so many places per column are kept as they are: there is nothing to gain by trimming them. */
const FEW_PLACES = 8;

/** A copy of the problem without places nobody could fill: no row takes more than its pairs, and no column many more than the pairs that lead to it. O(m). */
export function trimPlaces(problem: PairingProblem): PairingProblem {
  const { columns, start, column, rowMin, rowMax, columnMin, columnMax } = problem;
  const newRowMax = rowMax.map((max, i) => Math.max(rowMin[i]!, Math.min(max, start[i + 1]! - start[i]!)));
  const copy = { ...problem, rowMin: rowMin.slice(), rowMax: newRowMax, columnMin: columnMin.slice(), columnMax: columnMax.slice() };
  if (columnMax.every((max) => max <= FEW_PLACES)) return copy;
  const degree = new Int32Array(columns);
  for (const j of column) degree[j]!++;
  const newColumnMax = columnMax.map((max, j) => Math.max(columnMin[j]!, Math.min(max, degree[j]!)));
  return { ...copy, columnMax: newColumnMax, step: trimSteps(problem, newColumnMax) };
}

function trimSteps({ step, columnMax }: PairingProblem, newMax: Int32Array): Int32Array | undefined {
  if (step === undefined) return undefined;
  const kept: number[] = [];
  let at = 0;
  columnMax.forEach((max, j) => {
    for (let k = 0; k < newMax[j]!; k++) kept.push(step[at + k]!);
    at += max;
  });
  return Int32Array.from(kept);
}

/**
 * Duals of a trimmed problem made good for the whole one: a place that was trimmed is never filled, so it must not look worth filling. Where a side was
 * trimmed and full, all its pairs are used, and moving its dual towards the trimmed place only makes them more welcome. O(places).
 */
export function untrimDuals(whole: PairingProblem, trimmed: PairingProblem, duals: PairingDuals): PairingDuals {
  const row = duals.row.map((u, i) => (whole.rowMax[i]! > trimmed.rowMax[i]! ? Math.max(u, 0) : u));
  let at = 0;
  const column = duals.column.map((p, j) => {
    const next = whole.step?.[at + trimmed.columnMax[j]!] ?? 0;
    at += whole.columnMax[j]!;
    return whole.columnMax[j]! > trimmed.columnMax[j]! ? Math.min(p, next) : p;
  });
  return { row, column };
}

/** The same for the duals of a second cost, which counts only where the first dual already stands at what a trimmed place is worth. O(places). */
export function untrimSecond(whole: PairingProblem, trimmed: PairingProblem, first: PairingDuals, second: PairingDuals): PairingDuals {
  const row = second.row.map((v, i) => (whole.rowMax[i]! > trimmed.rowMax[i]! && first.row[i] === 0 ? Math.max(v, 0) : v));
  let at = 0;
  const column = second.column.map((q, j) => {
    const next = whole.step?.[at + trimmed.columnMax[j]!] ?? 0;
    at += whole.columnMax[j]!;
    return whole.columnMax[j]! > trimmed.columnMax[j]! && first.column[j] === next ? Math.min(q, 0) : q;
  });
  return { ...second, row, column };
}
