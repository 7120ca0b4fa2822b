import type { PairingProblem } from "./pairing-problem.js";

/** Higher than any value of a pair: no such pair. */
export const NEVER = 2 ** 31 - 1;

/**
 * What a row would bid for: its unused pairs with the least cost plus asked price. `edge` and `value` hold the best ones found last, rising.
 * Memory O(most places a row takes).
 */
export class RowOffers {
  readonly edge: Int32Array;
  readonly value: Int32Array;

  constructor(
    private readonly problem: PairingProblem,
    private readonly asked: Int32Array,
    private readonly used: Uint8Array,
  ) {
    const most = problem.rowMax.reduce((max, places) => Math.max(max, places), 0);
    this.edge = new Int32Array(most + 2);
    this.value = new Int32Array(most + 2);
  }

  /** The best pair and the value of the second best (NEVER if there is none); false if the row has no unused pair. O(degree). */
  findTwo(i: number): boolean {
    const { start, column, cost } = this.problem;
    const { asked, used } = this;
    let best = NEVER;
    let second = NEVER;
    let bestEdge = -1;
    const end = start[i + 1]!;
    for (let e = start[i]!; e < end; e++) {
      const value = (cost[e]! + asked[column[e]!]!) | 0;
      if (value >= second || used[e] === 1) continue;
      if (value < best) {
        second = best;
        best = value;
        bestEdge = e;
      } else second = value;
    }
    this.edge[0] = bestEdge;
    this.value[0] = best;
    this.value[1] = second;
    return bestEdge >= 0;
  }

  /** The `most` best pairs; returns how many there are. O(degree · log most) in practice, as later pairs seldom enter. */
  findBest(i: number, most: number): number {
    const { start, column, cost } = this.problem;
    const { edge, value: values, used, asked } = this;
    let count = 0;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const value = (cost[e]! + asked[column[e]!]!) | 0;
      if ((count === most && value >= values[count - 1]!) || used[e] === 1) continue;
      let at = count < most ? count++ : count - 1;
      for (; at > 0 && values[at - 1]! > value; at--) {
        values[at] = values[at - 1]!;
        edge[at] = edge[at - 1]!;
      }
      values[at] = value;
      edge[at] = e;
    }
    return count;
  }
}
