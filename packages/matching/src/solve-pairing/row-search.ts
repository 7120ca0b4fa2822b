import { NodeHeap } from "./node-heap.js";
import type { Residual } from "./residual.js";

/**
 * The cheapest way to give one row one more place: Dijkstra over rows alone. A column is passed through as soon as it is labelled — its next free place
 * ends the search, its holders are the next rows — so the heap sees few nodes, and the search stops at the nearest end. Nothing ever leaves the zero
 * node. O(m + rows log rows) worst case, usually one or two rows. Source: Jonker & Volgenant 1987, carried over to columns with several rising places.
 */
export class RowSearch {
  /** Edges looked at so far, over all searches. */
  work = 0;
  protected best = Infinity;
  private endColumn = -1;
  private endRow = -1;
  protected round = 0;
  protected scannedCount = 0;
  protected touchedCount = 0;
  protected readonly scanned: Int32Array;
  protected readonly touched: Int32Array;
  private readonly rowRound: Int32Array;
  protected readonly rowDone: Int32Array;
  protected readonly rowDistance: Float64Array;
  private readonly rowFrom: Int32Array;
  private readonly columnRound: Int32Array;
  private readonly columnDistance: Float64Array;
  private readonly columnFrom: Int32Array;
  private readonly columnEdge: Int32Array;
  protected readonly heap = new NodeHeap();

  constructor(protected readonly net: Residual) {
    const { rows, columns } = net.problem;
    this.scanned = new Int32Array(rows);
    this.touched = new Int32Array(columns);
    this.rowRound = new Int32Array(rows);
    this.rowDone = new Int32Array(rows);
    this.rowDistance = new Float64Array(rows);
    this.rowFrom = new Int32Array(rows);
    this.columnRound = new Int32Array(columns);
    this.columnDistance = new Float64Array(columns);
    this.columnFrom = new Int32Array(columns);
    this.columnEdge = new Int32Array(columns);
  }

  /**
   * Gives row `source` one more place and moves the duals along. An optional place is left where it would cost more than nothing.
   */
  insert(source: number, isOptional: boolean): "placed" | "left" | "none" {
    const { potential } = this.net;
    // Another row's search may have raised this dual since its place was lost: it wants none now, and a lower dual would contradict the pairs it holds.
    if (isOptional && potential[source]! >= 0) return "left";
    this.begin(source);
    if (isOptional) this.best = -potential[source]!;
    for (let i = source; i >= 0; i = this.nextRow()) this.scanRow(i);
    if (this.best === Infinity) return this.giveUp(source);
    this.moveDuals();
    if (this.endColumn < 0 && this.endRow < 0) return "left";
    this.augment(source);
    return "placed";
  }

  /** A row that starves wants no more than its least: its dual must not stay below nothing, and whatever it reached in vain rises with it. */
  protected giveUp(source: number): "none" {
    const { scanned, touched } = this;
    const { potential, problem } = this.net;
    const lift = Math.max(0, -potential[source]!);
    for (let k = 0; k < this.scannedCount; k++) potential[scanned[k]!]! += lift;
    for (let k = 0; k < this.touchedCount; k++) potential[problem.rows + touched[k]!]! += lift;
    return "none";
  }

  protected begin(source: number): void {
    this.round++;
    this.scannedCount = 0;
    this.touchedCount = 0;
    this.heap.size = 0;
    this.best = Infinity;
    this.endColumn = -1;
    this.endRow = -1;
    this.rowDistance[source] = 0;
  }

  protected nextRow(): number {
    const { heap, rowDone, round } = this;
    while (heap.size > 0 && heap.least < this.best) {
      const i = heap.pop();
      if (rowDone[i] !== round) return i;
    }
    return -1;
  }

  protected scanRow(i: number): void {
    const base = this.baseOf(i);
    this.rowDone[i] = this.round;
    this.scanned[this.scannedCount++] = i;
    if (this.net.taken[i]! > this.net.problem.rowMin[i]! && base < this.best) this.endAt(base, -1, i);
    this.scanPairs(i, base);
  }

  protected baseOf(i: number): number {
    return this.rowDistance[i]! - this.net.potential[i]!;
  }

  protected scanPairs(i: number, base: number): void {
    const { start, column, cost, rows } = this.net.problem;
    const { potential, used } = this.net;
    const end = start[i + 1]!;
    this.work += end - start[i]!;
    for (let e = start[i]!; e < end; e++) {
      const d = base + cost[e]! + potential[rows + column[e]!]!;
      if (d < this.best && used[e] === 0) this.label(column[e]!, d, i, e);
    }
  }

  protected label(j: number, d: number, i: number, e: number): void {
    if (this.columnRound[j] !== this.round) {
      this.columnRound[j] = this.round;
      this.touched[this.touchedCount++] = j;
    } else if (d >= this.columnDistance[j]!) return;
    this.columnDistance[j] = d;
    this.columnFrom[j] = i;
    this.columnEdge[j] = e;
    const { problem, count, potential, step, placeStart } = this.net;
    const n = count[j]!;
    const base = d - potential[problem.rows + j]!;
    if (n < problem.columnMax[j]!) {
      const whole = base + step[placeStart[j]! + n]!;
      if (whole < this.best) this.endAt(whole, j, -1);
    }
    if (n > 0) this.passHolders(j, base);
  }

  private endAt(distance: number, column: number, row: number): void {
    this.best = distance;
    this.endColumn = column;
    this.endRow = row;
  }

  private passHolders(j: number, base: number): void {
    const { problem, potential, holderEdge, holderRow, placeStart, count } = this.net;
    const { rowDone, rowRound, rowDistance, round } = this;
    const first = placeStart[j]!;
    const end = first + count[j]!;
    for (let place = first; place < end; place++) {
      const i = holderRow[place]!;
      const d = base + potential[i]! - problem.cost[holderEdge[place]!]!;
      if (d >= this.best || rowDone[i] === round || (rowRound[i] === round && d >= rowDistance[i]!)) continue;
      rowRound[i] = round;
      rowDistance[i] = d;
      this.rowFrom[i] = holderEdge[place]!;
      this.heap.push(d, i);
    }
  }

  protected moveDuals(): void {
    const { best, scanned, touched, rowDistance, columnDistance } = this;
    const { potential, problem } = this.net;
    for (let k = 0; k < this.scannedCount; k++) potential[scanned[k]!]! += best - rowDistance[scanned[k]!]!;
    for (let k = 0; k < this.touchedCount; k++) {
      const gap = best - columnDistance[touched[k]!]!;
      if (gap > 0) potential[problem.rows + touched[k]!]! += gap;
    }
  }

  /** From the end back to the source, so that a full column gives up a place before it takes one. */
  private augment(source: number): void {
    const { net, endRow } = this;
    let j = this.endColumn;
    if (endRow >= 0) {
      net.taken[endRow]!--;
      net.taken[source]!++;
      if (endRow === source) return;
      net.release(this.rowFrom[endRow]!);
      j = net.problem.column[this.rowFrom[endRow]!]!;
    } else {
      net.taken[source]!++;
      net.given[j]!++;
    }
    for (;;) {
      const i = this.columnFrom[j]!;
      net.hold(this.columnEdge[j]!, i);
      if (i === source) return;
      net.release(this.rowFrom[i]!);
      j = net.problem.column[this.rowFrom[i]!]!;
    }
  }
}
