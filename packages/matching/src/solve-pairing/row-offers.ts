import type { PairingProblem } from "./pairing-problem.js";

/** Higher than any value of a pair: no such pair. */
export const NEVER = 2 ** 31 - 1;
/** How many more pairs than places a row's short list has. */
const SPARE = 10;

/**
 * What a row would bid for: its unused pairs with the least cost plus asked price. `edge` and `value` hold the best ones found last, rising.
 *
 * Prices never fall during an auction, so rows with several places and many pairs keep a short list of those that were best at the last full look, and the value below
 * which no other pair can lie (`limit`): as long as the best of the list are no dearer than that, nobody else needs to be asked. Memory O(rows + lists).
 */
export class RowOffers {
  readonly edge: Int32Array;
  readonly value: Int32Array;
  private readonly listStart: Int32Array;
  private readonly list: Int32Array;
  private readonly limit: Int32Array;
  private readonly listValue: Int32Array;

  constructor(
    private readonly problem: PairingProblem,
    private readonly asked: Int32Array,
    private readonly used: Uint8Array,
  ) {
    const { rows, rowMax, start } = problem;
    const most = rowMax.reduce((max, places) => Math.max(max, places), 0);
    this.edge = new Int32Array(most + 2);
    this.value = new Int32Array(most + 2);
    this.listValue = new Int32Array(most + SPARE);
    this.listStart = new Int32Array(rows + 1);
    for (let i = 0; i < rows; i++) {
      const length = rowMax[i]! + SPARE;
      const pays = rowMax[i]! > 1 && start[i + 1]! - start[i]! > 2 * length;
      this.listStart[i + 1] = this.listStart[i]! + (pays ? length : 0);
    }
    this.list = new Int32Array(this.listStart[rows]!);
    this.limit = new Int32Array(rows).fill(-NEVER);
  }

  /** The `most` best pairs, at most one more than the row has places; returns how many there are. O(short list), or O(degree) after a full look. */
  findBest(i: number, most: number): number {
    const { start } = this.problem;
    const first = this.listStart[i]!;
    const end = this.listStart[i + 1]!;
    if (first === end) return this.chooseRun(start[i]!, start[i + 1]!, most);
    if (this.limit[i]! > -NEVER) {
      const count = this.chooseListed(first, end, most);
      if (count === most && this.value[most - 1]! <= this.limit[i]!) return count;
    }
    this.refresh(i, first, end - first);
    return this.chooseListed(first, end, most);
  }

  private chooseRun(first: number, end: number, most: number): number {
    const { column, cost } = this.problem;
    const { value, used, asked } = this;
    let count = 0;
    for (let e = first; e < end; e++) {
      const worth = (cost[e]! + asked[column[e]!]!) | 0;
      if ((count === most && worth >= value[most - 1]!) || used[e] === 1) continue;
      count = this.insert(e, worth, count, most);
    }
    return count;
  }

  private chooseListed(first: number, end: number, most: number): number {
    const { column, cost } = this.problem;
    const { value, used, asked, list } = this;
    let count = 0;
    for (let k = first; k < end; k++) {
      const e = list[k]!;
      const worth = (cost[e]! + asked[column[e]!]!) | 0;
      if ((count === most && worth >= value[most - 1]!) || used[e] === 1) continue;
      count = this.insert(e, worth, count, most);
    }
    return count;
  }

  private insert(e: number, worth: number, count: number, most: number): number {
    const { edge, value } = this;
    let at = count < most ? count : most - 1;
    for (; at > 0 && value[at - 1]! > worth; at--) {
      value[at] = value[at - 1]!;
      edge[at] = edge[at - 1]!;
    }
    value[at] = worth;
    edge[at] = e;
    return count < most ? count + 1 : count;
  }

  /** Looks at every pair of row i, used or not, and lists the best ones. */
  private refresh(i: number, first: number, length: number): void {
    const { start, column, cost } = this.problem;
    const { asked, list, listValue } = this;
    let count = 0;
    const end = start[i + 1]!;
    for (let e = start[i]!; e < end; e++) {
      const worth = (cost[e]! + asked[column[e]!]!) | 0;
      if (count === length && worth >= listValue[length - 1]!) continue;
      let at = count < length ? count++ : length - 1;
      for (; at > 0 && listValue[at - 1]! > worth; at--) {
        listValue[at] = listValue[at - 1]!;
        list[first + at] = list[first + at - 1]!;
      }
      listValue[at] = worth;
      list[first + at] = e;
    }
    this.limit[i] = listValue[length - 1]!;
  }
}
