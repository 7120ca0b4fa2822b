import { DistanceSearch } from "./distance-search.js";
import type { PairingProblem } from "./pairing-problem.js";
import type { Residual } from "./residual.js";

/** The pairs of every column: edge numbers, rows and costs, by column. */
export interface ColumnPairs {
  readonly start: Int32Array;
  readonly edge: Int32Array;
  readonly row: Int32Array;
  readonly cost: Int32Array;
}

/** Turns a pairing's row lists round. O(m). */
export function listColumnPairs({ rows, columns, start, column, cost }: PairingProblem): ColumnPairs {
  const columnStart = new Int32Array(columns + 1);
  for (const j of column) columnStart[j + 1]!++;
  for (let j = 0; j < columns; j++) columnStart[j + 1]! += columnStart[j]!;
  const fill = columnStart.slice();
  const edge = new Int32Array(column.length);
  const row = new Int32Array(column.length);
  const price = new Int32Array(column.length);
  for (let i = 0; i < rows; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const at = fill[column[e]!]!++;
      edge[at] = e;
      row[at] = i;
      price[at] = cost[e]!;
    }
  }
  return { start: columnStart, edge, row, cost: price };
}

/** Edge e of a column now costs something else. O(pairs of the column). */
export function repricePair({ start, edge, cost }: ColumnPairs, column: number, e: number, now: number): void {
  for (let at = start[column]!; at < start[column + 1]!; at++) if (edge[at] === e) cost[at] = now;
}

/** Shortest paths against residual arcs: from sinks back to the nearest source. What ShortestPaths is forwards; parents point towards the sink. */
export class BackwardPaths extends DistanceSearch {
  constructor(
    net: Residual,
    private readonly pairs: ColumnPairs,
  ) {
    super(net, -1);
  }

  protected override scan(v: number): void {
    const { rows } = this.net.problem;
    if (v < rows) this.scanRow(v);
    else if (v < this.net.zero) this.scanColumn(v - rows);
    else this.scanZero();
  }

  private scanRow(i: number): void {
    const { start, column, cost, rows, rowMax } = this.net.problem;
    const { potential, used, zero, taken } = this.net;
    const base = this.current + potential[i]!;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const j = rows + column[e]!;
      if (used[e] === 1) this.relax(j, base - cost[e]! - potential[j]!, i, e);
    }
    if (taken[i]! < rowMax[i]!) this.relax(zero, base - potential[zero]!, i, -1);
  }

  private scanColumn(j: number): void {
    const { cost, rows, columnMin } = this.net.problem;
    const { potential, used, zero, given, placeStart, step } = this.net;
    const { start, edge, row } = this.pairs;
    const v = rows + j;
    const base = this.current + potential[v]!;
    if (given[j]! > columnMin[j]!) this.relax(zero, base - step[placeStart[j]! + given[j]! - 1]! - potential[zero]!, v, -1);
    for (let at = start[j]!; at < start[j + 1]!; at++) {
      const e = edge[at]!;
      if (used[e] === 0) this.relax(row[at]!, base + cost[e]! - potential[row[at]!]!, v, e);
    }
  }

  private scanZero(): void {
    const { rows, columns, rowMin, columnMax } = this.net.problem;
    const { potential, placeStart, zero, given, taken, step } = this.net;
    const base = this.current + potential[zero]!;
    for (let i = 0; i < rows; i++) if (taken[i]! > rowMin[i]!) this.relax(i, base - potential[i]!, zero, -1);
    for (let j = 0; j < columns; j++) {
      if (given[j]! >= columnMax[j]!) continue;
      this.relax(rows + j, base + step[placeStart[j]! + given[j]!]! - potential[rows + j]!, zero, -1);
    }
  }
}
