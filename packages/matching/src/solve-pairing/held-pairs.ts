import type { PairingProblem } from "./pairing-problem.js";

/** The pairs every row holds, as lists; what holderEdge is for columns. Memory O(Σ rowMax). */
export class HeldPairs {
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly edge: Int32Array;

  /** `taken` is what rows hold now, which may be more than they may take from now on. On the way along a path a row holds one pair more. */
  constructor({ rows, rowMax }: PairingProblem, taken: Int32Array) {
    this.start = new Int32Array(rows + 1);
    for (let i = 0; i < rows; i++) this.start[i + 1] = this.start[i]! + Math.max(rowMax[i]!, taken[i]!) + 1;
    this.count = new Int32Array(rows);
    this.edge = new Int32Array(this.start[rows]!);
  }

  /** The pairs of row i, for a caller that is about to change them. */
  listOf(i: number): Int32Array {
    return this.edge.slice(this.start[i], this.start[i]! + this.count[i]!);
  }

  /** Row i now holds edge e. */
  add(e: number, i: number): void {
    this.edge[this.start[i]! + this.count[i]!++] = e;
  }

  /** Row i holds edge e no longer. O(places of the row). */
  remove(e: number, i: number): void {
    const last = this.start[i]! + --this.count[i]!;
    let at = this.start[i]!;
    while (at < last && this.edge[at] !== e) at++;
    this.edge[at] = this.edge[last]!;
  }
}
