import { NodeHeap } from "./node-heap.js";
import type { Residual } from "./residual.js";

/**
 * Dijkstra over reduced costs from any set of sources until the nearest node with negative balance, followed by the dual update that makes every
 * shortest path tight (y += nearest − distance on nodes nearer than the nearest sink). Nodes at distance 0 of the current key are taken from a stack,
 * so that the heap sees only true increases. O((m + n log n)) worst case; in practice the ball around the sources.
 * Source: Edmonds & Karp 1972, Tomizawa 1971; early stop as in Ahuja, Magnanti & Orlin, Network Flows, §9.7.
 */
export class ShortestPaths {
  readonly distance: Float64Array;
  readonly parent: Int32Array;
  readonly parentEdge: Int32Array;
  readonly reached: Int32Array;
  reachedCount = 0;
  /** The first sink found, or −1. */
  sink = -1;
  /** Its distance. */
  nearest = Infinity;
  private readonly mark: Int32Array;
  private readonly done: Int32Array;
  private round = 0;
  private readonly heap = new NodeHeap();
  private readonly stack: Int32Array;
  private stackSize = 0;
  private current = 0;

  constructor(readonly net: Residual) {
    const nodes = net.zero + 1;
    this.distance = new Float64Array(nodes);
    this.parent = new Int32Array(nodes);
    this.parentEdge = new Int32Array(nodes);
    this.reached = new Int32Array(nodes);
    this.mark = new Int32Array(nodes);
    this.done = new Int32Array(nodes);
    this.stack = new Int32Array(nodes);
  }

  /** True if the last search gave node v a distance no greater than the nearest sink's. */
  isWithin(v: number): boolean {
    return this.mark[v] === this.round && this.distance[v]! <= this.nearest;
  }

  /** Searches from `count` sources; with `wide` every node at the nearest sink's distance is labelled too. Returns false if no sink can be reached. */
  search(sources: Int32Array, count: number, wide: boolean, balance: Int32Array = this.net.balance): boolean {
    this.begin();
    for (let s = 0; s < count; s++) this.label(sources[s]!, 0, -1, -1, balance);
    for (let v = this.take(); v >= 0; v = this.take()) {
      if (this.current > this.nearest || (!wide && this.sink >= 0 && this.current === this.nearest)) break;
      this.scan(v, balance);
    }
    return this.sink >= 0;
  }

  /** Moves the duals so that shortest paths to the nearest sink are tight. O(nodes reached). */
  updatePotentials(): void {
    const { potential } = this.net;
    for (let k = 0; k < this.reachedCount; k++) {
      const v = this.reached[k]!;
      const gap = this.nearest - this.distance[v]!;
      if (gap > 0) potential[v]! += gap;
    }
  }

  private begin(): void {
    this.round++;
    this.reachedCount = 0;
    this.stackSize = 0;
    this.heap.size = 0;
    this.current = 0;
    this.sink = -1;
    this.nearest = Infinity;
  }

  private take(): number {
    const { heap, done, stack } = this;
    while (this.stackSize > 0) {
      const v = stack[--this.stackSize]!;
      if (done[v] !== this.round) return this.finish(v);
    }
    while (heap.size > 0) {
      const key = heap.least;
      const v = heap.pop();
      if (done[v] === this.round || key > this.distance[v]!) continue;
      this.current = key;
      return this.finish(v);
    }
    return -1;
  }

  private finish(v: number): number {
    this.done[v] = this.round;
    return v;
  }

  private scan(v: number, balance: Int32Array): void {
    const { rows } = this.net.problem;
    if (v < rows) this.scanRow(v, balance);
    else if (v < this.net.zero) this.scanColumn(v - rows, balance);
    else this.scanZero(balance);
  }

  private scanRow(i: number, balance: Int32Array): void {
    const { start, column, cost, rows, rowMin } = this.net.problem;
    const { potential, used, zero, taken } = this.net;
    const { mark, distance, round } = this;
    const base = this.current - potential[i]!;
    const end = start[i + 1]!;
    for (let e = start[i]!; e < end; e++) {
      const j = rows + column[e]!;
      const d = base + cost[e]! + potential[j]!;
      if (d > this.nearest || (mark[j] === round && d >= distance[j]!) || used[e] === 1) continue;
      this.label(j, d, i, e, balance);
    }
    if (taken[i]! > rowMin[i]!) this.relax(zero, base + potential[zero]!, i, -1, balance);
  }

  private scanColumn(j: number, balance: Int32Array): void {
    const { cost, rows, columnMax } = this.net.problem;
    const { potential, holderEdge, holderRow, placeStart, zero, given, step, count } = this.net;
    const v = rows + j;
    const base = this.current - potential[v]!;
    const first = placeStart[j]!;
    if (given[j]! < columnMax[j]!) this.relax(zero, base + step[first + given[j]!]! + potential[zero]!, v, -1, balance);
    for (let place = first; place < first + count[j]!; place++) {
      const i = holderRow[place]!;
      const e = holderEdge[place]!;
      this.relax(i, base - cost[e]! + potential[i]!, v, e, balance);
    }
  }

  private scanZero(balance: Int32Array): void {
    const { rows, columns, rowMax, columnMin } = this.net.problem;
    const { potential, placeStart, zero, given, taken, step } = this.net;
    const base = this.current - potential[zero]!;
    for (let i = 0; i < rows; i++) if (taken[i]! < rowMax[i]!) this.relax(i, base + potential[i]!, zero, -1, balance);
    for (let j = 0; j < columns; j++) {
      if (given[j]! <= columnMin[j]!) continue;
      this.relax(rows + j, base - step[placeStart[j]! + given[j]! - 1]! + potential[rows + j]!, zero, -1, balance);
    }
  }

  private relax(v: number, d: number, from: number, edge: number, balance: Int32Array): void {
    if (d > this.nearest || (this.mark[v] === this.round && d >= this.distance[v]!)) return;
    this.label(v, d, from, edge, balance);
  }

  private label(v: number, d: number, from: number, edge: number, balance: Int32Array): void {
    if (this.mark[v] !== this.round) {
      this.mark[v] = this.round;
      this.reached[this.reachedCount++] = v;
    }
    this.distance[v] = d;
    this.parent[v] = from;
    this.parentEdge[v] = edge;
    if (balance[v]! < 0 && d < this.nearest) {
      this.nearest = d;
      this.sink = v;
    }
    if (d === this.current && this.stackSize < this.stack.length) this.stack[this.stackSize++] = v;
    else this.heap.push(d, v);
  }
}
