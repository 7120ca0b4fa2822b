import type { PairingProblem } from "../solve-pairing/pairing-problem.js";

/** So many pairs of a node are near, about: fewer are exhausted too often, more are too many to look at. */
const NEAR = 64;
/** It is worth it only where a node has several times as many pairs, … */
const PAIRS = 128;
/** … and at least this part of all there could be, as every search looks at all duals of one side. */
const DENSITY = 1 / 8;
const SAMPLE = 64;
/** Lists are made anew at the duals of the moment when they were exhausted so often for each node, which takes about as long as to make one. */
const MISSES = 1;

/** The pairs of one side's nodes: start[v] ≤ e < start[v + 1]. `other` counts the other side's nodes, whose duals begin at `from` and weigh `sign`. */
export interface SidePairs {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly cost: Int32Array;
  readonly from: number;
  readonly others: number;
  readonly sign: 1 | -1;
}

/** How many near pairs are worth listing for each node of a problem; 0 where none are. */
export function countNear({ rows, columns, cost }: PairingProblem): number {
  return cost.length >= PAIRS * Math.max(rows, columns) && cost.length >= DENSITY * rows * columns ? NEAR : 0;
}

/**
 * The cheapest pairs of every node at the duals of some earlier moment, and a bound for all others that holds at any later one: cost and dual of a pair
 * that is not near made at least `rest` then, and no dual has moved by less than `shift` since. A list is made when it is first asked for, O(pairs of
 * the node); memory O(nodes × near). Costs must not change without `forget`.
 */
export class NearPairs {
  /** The least cost and dual of the pairs that are not near, by node whose list has been made; Infinity where all are. */
  readonly rest: Float64Array;
  /** How far the duals of the other side have moved towards making pairs cheaper, the one that moved most; nothing or below. */
  shift = 0;
  private misses = 0;
  private lists: (Int32Array | undefined)[] = [];
  private readonly known: Float64Array;
  private readonly scratch: Int32Array;
  private readonly sample = new Float64Array(SAMPLE);

  constructor(
    private readonly pairs: SidePairs,
    private readonly potential: Float64Array,
    private readonly near: number,
  ) {
    this.rest = new Float64Array(pairs.start.length - 1);
    this.known = new Float64Array(pairs.others);
    const { start } = pairs;
    this.scratch = new Int32Array(3 * start.reduce((most, first, v) => Math.max(most, (start[v + 1] ?? first) - first), 0));
    this.refresh();
  }

  /** To be called before every search: the duals may have moved. O(other side). */
  begin(): void {
    if (this.misses > MISSES * this.rest.length) this.refresh();
    const { known, potential } = this;
    const { from, others, sign } = this.pairs;
    let shift = 0;
    for (let k = 0; k < others; k++) {
      const by = sign * (potential[from + k]! - known[k]!);
      if (by < shift) shift = by;
    }
    this.shift = shift;
  }

  /** The near pairs of node v, three numbers each: the pair, the other end, the cost. */
  listOf(v: number): Int32Array {
    return (this.lists[v] ??= this.choose(v));
  }

  /** The list of a node was not enough. */
  miss(): void {
    this.misses++;
  }

  /** A pair of node v now costs something else. */
  forget(v: number): void {
    this.lists[v] = undefined;
  }

  private refresh(): void {
    const { from, others } = this.pairs;
    this.known.set(this.potential.subarray(from, from + others));
    this.lists = new Array<Int32Array | undefined>(this.rest.length).fill(undefined);
    this.misses = 0;
  }

  private choose(v: number): Int32Array {
    const { start, other, cost } = this.pairs;
    const limit = this.limitOf(v);
    const { scratch } = this;
    let size = 0;
    let rest = Infinity;
    for (let e = start[v]!; e < start[v + 1]!; e++) {
      const key = this.keyOf(e);
      if (key <= limit) {
        scratch[size++] = e;
        scratch[size++] = other[e]!;
        scratch[size++] = cost[e]!;
      } else if (key < rest) rest = key;
    }
    this.rest[v] = rest;
    return scratch.slice(0, size);
  }

  /** About the near-th key of node v, from an evenly spaced sample. */
  private limitOf(v: number): number {
    const first = this.pairs.start[v]!;
    const degree = this.pairs.start[v + 1]! - first;
    const size = Math.min(degree, SAMPLE);
    const rank = Math.ceil((this.near * size) / degree);
    if (!(rank < size)) return Infinity;
    for (let k = 0; k < size; k++) this.sample[k] = this.keyOf(first + Math.floor((k * degree) / size));
    return this.sample.subarray(0, size).sort()[rank - 1]!;
  }

  private keyOf(e: number): number {
    const { other, cost, sign } = this.pairs;
    return cost[e]! + sign * this.known[other[e]!]!;
  }
}
