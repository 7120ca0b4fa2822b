import { HeldPairs } from "./held-pairs.js";
import type { PairingProblem } from "./pairing-problem.js";

/**
 * The residual network of a pairing: rows, columns and one node `zero` that closes the circulation (row counts come from it, column counts go to it).
 *
 * Nodes are rows 0…R−1, columns R…R+C−1, zero = R+C. `potential` keeps the duals: an arc a→b of cost c has reduced cost c − y(a) + y(b) ≥ 0.
 * `balance` > 0 is flow that has arrived and not yet left. `taken[i]` is the flow zero→row i, `given[j]` the flow column j→zero.
 * Invariant between searches: no residual arc has negative reduced cost. Memory O(m + places).
 */
export class Residual {
  readonly zero: number;
  /** 1 for pairs of the plan, 2 for pairs that have been forbidden since, 0 for the others. */
  readonly used: Uint8Array;
  readonly potential: Float64Array;
  readonly balance: Int32Array;
  readonly taken: Int32Array;
  readonly given: Int32Array;
  readonly placeStart: Int32Array;
  readonly count: Int32Array;
  readonly holderEdge: Int32Array;
  readonly holderRow: Int32Array;
  readonly step: Int32Array;
  /** Cost of the plan held: pairs and filled places. */
  spent = 0;
  /** The pairs of every row, once someone has asked for them. */
  private held: HeldPairs | undefined;

  constructor(readonly problem: PairingProblem) {
    const { rows, columns, columnMax, column } = problem;
    this.zero = rows + columns;
    this.used = new Uint8Array(column.length);
    this.potential = new Float64Array(rows + columns + 1);
    this.balance = new Int32Array(rows + columns + 1);
    this.taken = new Int32Array(rows);
    this.given = new Int32Array(columns);
    this.placeStart = new Int32Array(columns + 1);
    for (let j = 0; j < columns; j++) this.placeStart[j + 1] = this.placeStart[j]! + columnMax[j]!;
    const places = this.placeStart[columns]!;
    this.count = new Int32Array(columns);
    this.holderEdge = new Int32Array(places);
    this.holderRow = new Int32Array(places);
    this.step = problem.step ?? new Int32Array(places);
  }

  /** Takes edge e (of row i) into the plan; balances are the caller's business. */
  hold(e: number, i: number): void {
    const j = this.problem.column[e]!;
    const place = this.placeStart[j]! + this.count[j]!++;
    this.spent += this.problem.cost[e]! + this.step[place]!;
    this.holderEdge[place] = e;
    this.holderRow[place] = i;
    this.used[e] = 1;
    if (this.held !== undefined) this.held.add(e, i);
  }

  /** Takes edge e out of the plan; O(places of its column). */
  release(e: number): void {
    const j = this.problem.column[e]!;
    let place = this.placeStart[j]!;
    while (this.holderEdge[place] !== e) place++;
    this.releasePlace(j, place);
  }

  /** Frees a known place; the last holder of the column moves into it. */
  releasePlace(j: number, place: number): void {
    const last = this.placeStart[j]! + --this.count[j]!;
    const e = this.holderEdge[place]!;
    this.spent -= this.problem.cost[e]! + this.step[last]!;
    this.used[e] = 0;
    if (this.held !== undefined) this.held.remove(e, this.holderRow[place]!);
    this.holderEdge[place] = this.holderEdge[last]!;
    this.holderRow[place] = this.holderRow[last]!;
  }

  /** The pairs of every row, kept up to date from the first call on. O(rows + places) then, and whenever a row's maximum has grown. */
  heldPairs(): HeldPairs {
    this.held ??= this.listHeld();
    return this.held;
  }

  /** Row i may now take `most`: the lists are made anew, when they are next asked for, if they have no room for that. */
  widenRow(i: number, most: number): void {
    if (this.held !== undefined && this.held.start[i + 1]! - this.held.start[i]! <= most) this.held = undefined;
  }

  private listHeld(): HeldPairs {
    const held = new HeldPairs(this.problem, this.taken);
    for (let j = 0; j < this.problem.columns; j++) {
      const first = this.placeStart[j]!;
      for (let place = first; place < first + this.count[j]!; place++) held.add(this.holderEdge[place]!, this.holderRow[place]!);
    }
    return held;
  }
}
