import { NodeHeap } from "./node-heap.js";
import type { Residual } from "./residual.js";

/**
 * Dijkstra over reduced costs from any set of starts until the nearest goal. Nodes at distance 0 from the current key are taken from a stack, so that
 * the heap sees only true increases; marks are numbered by round, so that a search costs only what it touches. O(m + n log n) worst case.
 */
export abstract class DistanceSearch {
  readonly distance: Float64Array;
  readonly parent: Int32Array;
  readonly parentEdge: Int32Array;
  readonly reached: Int32Array;
  reachedCount = 0;
  /** The nearest goal found, or −1. */
  goal = -1;
  /** Its distance. */
  nearest = Infinity;
  protected readonly mark: Int32Array;
  protected round = 0;
  protected current = 0;
  private readonly done: Int32Array;
  private readonly heap = new NodeHeap();
  private readonly stack: Int32Array;
  private stackSize = 0;
  private balance: Int32Array;

  constructor(
    readonly net: Residual,
    /** 1 if goals are nodes of negative balance (forwards), −1 if of positive balance (backwards). */
    private readonly sign: 1 | -1,
  ) {
    const nodes = net.zero + 1;
    this.distance = new Float64Array(nodes);
    this.parent = new Int32Array(nodes);
    this.parentEdge = new Int32Array(nodes);
    this.reached = new Int32Array(nodes);
    this.mark = new Int32Array(nodes);
    this.done = new Int32Array(nodes);
    this.stack = new Int32Array(nodes);
    this.balance = net.balance;
  }

  protected abstract scan(v: number): void;

  /** True if the last search gave node v a distance no greater than the nearest goal's. */
  isWithin(v: number): boolean {
    return this.mark[v] === this.round && this.distance[v]! <= this.nearest;
  }

  /**
   * Searches from the first `count` of `starts`; with `wide` every node at the nearest goal's distance is labelled too. Goals are read from `balance`
   * (the network's own unless another is given). Returns false if no goal can be reached.
   */
  search(starts: Int32Array, count: number, wide: boolean, balance: Int32Array = this.net.balance): boolean {
    this.begin(balance);
    for (let s = 0; s < count; s++) this.label(starts[s]!, 0, -1, -1);
    for (let v = this.take(); v >= 0; v = this.take()) {
      if (this.current > this.nearest || (!wide && this.goal >= 0 && this.current === this.nearest)) break;
      this.scan(v);
    }
    return this.goal >= 0;
  }

  /** Moves the duals so that shortest paths to the nearest goal are tight. O(nodes reached). */
  updatePotentials(): void {
    const { potential } = this.net;
    for (let k = 0; k < this.reachedCount; k++) {
      const v = this.reached[k]!;
      const gap = this.nearest - this.distance[v]!;
      if (gap > 0) potential[v]! += this.sign * gap;
    }
  }

  private begin(balance: Int32Array): void {
    this.round++;
    this.balance = balance;
    this.reachedCount = 0;
    this.stackSize = 0;
    this.heap.size = 0;
    this.current = 0;
    this.goal = -1;
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

  protected relax(v: number, d: number, from: number, edge: number): void {
    if (d > this.nearest || (this.mark[v] === this.round && d >= this.distance[v]!)) return;
    this.label(v, d, from, edge);
  }

  protected label(v: number, d: number, from: number, edge: number): void {
    if (this.mark[v] !== this.round) {
      this.mark[v] = this.round;
      this.reached[this.reachedCount++] = v;
    }
    this.distance[v] = d;
    this.parent[v] = from;
    this.parentEdge[v] = edge;
    if (this.balance[v]! * this.sign < 0 && d < this.nearest) {
      this.nearest = d;
      this.goal = v;
    }
    if (d === this.current && this.stackSize < this.stack.length) this.stack[this.stackSize++] = v;
    else this.heap.push(d, v);
  }
}
