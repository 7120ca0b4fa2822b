import type { ColumnPairs } from "./backward-paths.js";
import { NodeHeap } from "./node-heap.js";
import type { Residual } from "./residual.js";

/**
 * The cheapest way to fill one more place of one column: RowSearch turned round, Dijkstra over columns alone. A row is passed through as soon as it is
 * labelled: one that may take more ends the search, and so does a column that can spare a place. O(m + columns log columns) worst case.
 */
export class ColumnSearch {
  protected best = Infinity;
  private endColumn = -1;
  private endRow = -1;
  protected round = 0;
  private scannedCount = 0;
  private touchedCount = 0;
  private readonly scanned: Int32Array;
  private readonly touched: Int32Array;
  private readonly columnRound: Int32Array;
  protected readonly columnDone: Int32Array;
  protected readonly columnDistance: Float64Array;
  private readonly columnFrom: Int32Array;
  private readonly columnEdge: Int32Array;
  private readonly rowRound: Int32Array;
  private readonly rowDistance: Float64Array;
  private readonly rowFrom: Int32Array;
  private readonly rowEdge: Int32Array;
  protected readonly heap = new NodeHeap();

  constructor(
    protected readonly net: Residual,
    protected readonly pairs: ColumnPairs,
  ) {
    const { rows, columns } = net.problem;
    this.scanned = new Int32Array(columns);
    this.touched = new Int32Array(rows);
    this.columnRound = new Int32Array(columns);
    this.columnDone = new Int32Array(columns);
    this.columnDistance = new Float64Array(columns);
    this.columnFrom = new Int32Array(columns);
    this.columnEdge = new Int32Array(columns);
    this.rowRound = new Int32Array(rows);
    this.rowDistance = new Float64Array(rows);
    this.rowFrom = new Int32Array(rows);
    this.rowEdge = new Int32Array(rows);
  }

  /**
   * Fills one place of column `source`, whose balance says that one is missing, or gives it up where that is cheaper and the column's minimum allows it,
   * and moves the duals along. False if neither can be done.
   */
  fill(source: number): boolean {
    this.begin(source);
    for (let j = source; j >= 0; j = this.nextColumn()) this.scanColumn(j);
    if (this.best === Infinity) return false;
    this.moveDuals();
    this.augment(source);
    return true;
  }

  protected begin(source: number): void {
    this.round++;
    this.scannedCount = 0;
    this.touchedCount = 0;
    this.heap.size = 0;
    this.best = Infinity;
    this.columnDistance[source] = 0;
  }

  protected nextColumn(): number {
    const { heap, columnDone, round } = this;
    while (heap.size > 0 && heap.least < this.best) {
      const j = heap.pop();
      if (columnDone[j] !== round) return j;
    }
    return -1;
  }

  private scanColumn(j: number): void {
    const base = this.baseOf(j);
    this.columnDone[j] = this.round;
    this.scanned[this.scannedCount++] = j;
    this.endAtColumn(j, base);
    this.scanPairs(j, base);
  }

  protected baseOf(j: number): number {
    return this.columnDistance[j]! + this.net.potential[this.net.problem.rows + j]!;
  }

  protected scanPairs(j: number, base: number): void {
    const { potential, used } = this.net;
    const { start, edge, row, cost } = this.pairs;
    const end = start[j + 1]!;
    for (let at = start[j]!; at < end; at++) {
      const i = row[at]!;
      const d = base + cost[at]! - potential[i]!;
      if (d < this.best && used[edge[at]!] === 0) this.label(i, d, j, edge[at]!);
    }
  }

  private endAtColumn(j: number, base: number): void {
    const { given, placeStart, step, problem } = this.net;
    const n = given[j]!;
    if (n > problem.columnMin[j]!) this.endAt(base - step[placeStart[j]! + n - 1]!, j, -1);
  }

  protected label(i: number, d: number, j: number, e: number): void {
    if (this.rowRound[i] !== this.round) {
      this.rowRound[i] = this.round;
      this.touched[this.touchedCount++] = i;
    } else if (d >= this.rowDistance[i]!) return;
    this.rowDistance[i] = d;
    this.rowFrom[i] = j;
    this.rowEdge[i] = e;
    const { taken, problem, potential } = this.net;
    const base = d + potential[i]!;
    if (taken[i]! < problem.rowMax[i]!) this.endAt(base, -1, i);
    this.passHeld(i, base);
  }

  private endAt(distance: number, column: number, row: number): void {
    if (distance >= this.best) return;
    this.best = distance;
    this.endColumn = column;
    this.endRow = row;
  }

  private passHeld(i: number, base: number): void {
    const { problem, potential } = this.net;
    const { columnDone, columnRound, columnDistance, round } = this;
    const held = this.net.heldPairs();
    const end = held.start[i]! + held.count[i]!;
    for (let at = held.start[i]!; at < end; at++) {
      const e = held.edge[at]!;
      const j = problem.column[e]!;
      const d = base - problem.cost[e]! - potential[problem.rows + j]!;
      if (d >= this.best || columnDone[j] === round || (columnRound[j] === round && d >= columnDistance[j]!)) continue;
      columnRound[j] = round;
      columnDistance[j] = d;
      this.columnFrom[j] = i;
      this.columnEdge[j] = e;
      this.endAtColumn(j, d + potential[problem.rows + j]!);
      this.heap.push(d, j);
    }
  }

  private moveDuals(): void {
    const { best, scanned, touched, rowDistance, columnDistance } = this;
    const { potential, problem } = this.net;
    for (let k = 0; k < this.scannedCount; k++) potential[problem.rows + scanned[k]!]! -= best - columnDistance[scanned[k]!]!;
    for (let k = 0; k < this.touchedCount; k++) {
      const gap = best - rowDistance[touched[k]!]!;
      if (gap > 0) potential[touched[k]!]! -= gap;
    }
  }

  /** First every pair that goes, then every pair that comes, so that no column is overfull on the way. */
  private augment(source: number): void {
    const { net, columnFrom, columnEdge, rowFrom, rowEdge, endRow } = this;
    if (endRow >= 0) net.taken[endRow]!++;
    else net.given[this.endColumn]!--;
    const last = endRow >= 0 ? rowFrom[endRow]! : this.endColumn;
    for (let j = last; j !== source; j = rowFrom[columnFrom[j]!]!) net.release(columnEdge[j]!);
    if (endRow >= 0) net.hold(rowEdge[endRow]!, endRow);
    for (let j = last; j !== source; j = rowFrom[columnFrom[j]!]!) net.hold(rowEdge[columnFrom[j]!]!, columnFrom[j]!);
    net.balance[net.problem.rows + source]!++;
    net.balance[net.zero]!--;
  }
}
