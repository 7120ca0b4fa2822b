import type { PairingDuals, PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";

/** What is open of a problem when some pairs are taken (1 in `box`) and others left out (2). */
interface Rest {
  readonly problem: PairingProblem;
  readonly open: readonly number[];
  readonly taken: readonly number[];
  readonly inRow: Int32Array;
  readonly inColumn: Int32Array;
}

/** The cheapest plan within a box, or the fact that there is none, with duals that prove it for the whole problem with that box (boundBelow). */
export type BoxAnswer =
  { readonly solved: true; readonly chosen: Int32Array; readonly duals: PairingDuals } | { readonly solved: false; readonly duals: PairingDuals };

/** One solve over the open pairs. */
export function solveInBox(problem: PairingProblem, box: Uint8Array): BoxAnswer {
  const rest = restOf(problem, box);
  const full = overfullDuals(problem, rest);
  if (full !== undefined) return { solved: false, duals: full };
  const answer = solvePairing(rest.problem);
  if (!answer.solved) return { solved: false, duals: blockingDuals(problem, box, answer) };
  const chosen = Int32Array.from([...rest.taken, ...answer.chosen.map((k) => rest.open[k]!)]).sort();
  return { solved: true, chosen, duals: widen(problem, rest, answer.duals) };
}

function restOf(problem: PairingProblem, box: Uint8Array): Rest {
  const { rows, columns, start, column, cost, columnMax, step } = problem;
  const [inRow, inColumn] = [new Int32Array(rows), new Int32Array(columns)];
  const open: number[] = [];
  const taken: number[] = [];
  const newStart = new Int32Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      if (box[e] === 0) open.push(e);
      if (box[e] !== 1) continue;
      taken.push(e);
      inRow[i]!++;
      inColumn[column[e]!]!++;
    }
    newStart[i + 1] = open.length;
  }
  const left = (counts: Int32Array, used: Int32Array) => counts.map((n, k) => Math.max(0, n - used[k]!));
  const pairs = { start: newStart, column: Int32Array.from(open, (e) => column[e]!), cost: Int32Array.from(open, (e) => cost[e]!) };
  const rowCounts = { rowMin: left(problem.rowMin, inRow), rowMax: left(problem.rowMax, inRow) };
  const columnCounts = { columnMin: left(problem.columnMin, inColumn), columnMax: left(columnMax, inColumn) };
  const steps: number[] = [];
  for (let j = 0, at = 0; step !== undefined && j < columns; at += columnMax[j]!, j++)
    for (let k = inColumn[j]!; k < columnMax[j]!; k++) steps.push(step[at + k]!);
  return { problem: { ...problem, ...pairs, ...rowCounts, ...columnCounts, step: step && Int32Array.from(steps) }, open, taken, inRow, inColumn };
}

/**
 * Duals of the rest made good for the whole: who has its least already takes no more if its dual asks for less than nothing more, so that the dual may
 * stand at nothing (a column's at its last taken step); a gate nobody is left at is worth what its column is.
 */
function widen(problem: PairingProblem, { problem: rest, inRow, inColumn }: Rest, { row, column, gate }: PairingDuals): PairingDuals {
  const prices = column.slice();
  for (let j = 0, at = 0; j < problem.columns; at += problem.columnMax[j]!, j++)
    if (inColumn[j]! > problem.columnMin[j]!) prices[j] = Math.max(prices[j]!, problem.step?.[at + inColumn[j]! - 1] ?? 0);
  const rows = row.map((u, i) => (inRow[i]! > problem.rowMin[i]! ? Math.min(u, 0) : u));
  return { row: rows, column: prices, gate: gate && mapGates(problem, (j) => prices[j]!, listGates(rest), gate) };
}

/** Where more is taken than a row or a column may have, duals that say so. */
function overfullDuals(problem: PairingProblem, { inRow, inColumn }: Rest): PairingDuals | undefined {
  const row = Float64Array.from(inRow, (n, i) => (n > problem.rowMax[i]! ? -1 : 0));
  const column = Float64Array.from(inColumn, (n, j) => (n > problem.columnMax[j]! ? 1 : 0));
  if (!row.includes(-1) && !column.includes(1)) return undefined;
  return { row, column, gate: Float64Array.from(listGates(problem).values(), (gate) => column[gate.column]!) };
}

/** A shortage as duals: its members ask one, whom they use up is worth one, and a gate what is dearest at it. */
function blockingDuals(problem: PairingProblem, box: Uint8Array, { of, rows, columns }: Shortage): PairingDuals {
  const worth = of === "rows" ? 1 : -1;
  const row = new Float64Array(problem.rows);
  const column = new Float64Array(problem.columns);
  for (const i of rows) row[i] = worth;
  for (const j of columns) column[j] = worth;
  const dearest = [...listGates(problem, box).values()].map(({ column: j, rows: at }) => Math.max(column[j]!, ...at.map((i) => row[i]!)));
  return { row, column, gate: Float64Array.from(dearest) };
}

interface Gate {
  readonly column: number;
  readonly rows: number[];
}

/** Every column and time, in the order in which pairs first meet them, with the rows that are not left out there. */
function listGates({ rows, start, column, together }: PairingProblem, box?: Uint8Array): Map<string, Gate> {
  const gates = new Map<string, Gate>();
  for (let i = 0; together !== undefined && i < rows; i++) {
    if (together[i]! < 0) continue;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const key = `${column[e]!}@${together[i]!}`;
      const gate = gates.get(key) ?? { column: column[e]!, rows: [] };
      if (box?.[e] !== 2) gate.rows.push(i);
      gates.set(key, gate);
    }
  }
  return gates;
}

function mapGates(problem: PairingProblem, priceOf: (column: number) => number, known: Map<string, Gate>, gate: Float64Array): Float64Array {
  const place = new Map([...known.keys()].map((key, k) => [key, k]));
  return Float64Array.from(listGates(problem), ([key, { column }]) => (place.has(key) ? gate[place.get(key)!]! : priceOf(column)));
}
