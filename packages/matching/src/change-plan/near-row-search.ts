import type { Residual } from "../solve-pairing/residual.js";
import { RowSearch } from "../solve-pairing/row-search.js";
import { NearPairs } from "./near-pairs.js";

/**
 * RowSearch that looks at a row's near pairs first. The row then waits in the heap, as row R + i, at a bound for its other pairs, which are looked at only
 * if the search gets that far: exact all the same. On dense pairings a search touches a twentieth of the pairs.
 */
export class NearRowSearch extends RowSearch {
  readonly near: NearPairs;

  constructor(net: Residual, near: number) {
    super(net);
    const { start, column, cost, rows, columns } = net.problem;
    this.near = new NearPairs({ start, other: column, cost, from: rows, others: columns, sign: 1 }, net.potential, near);
  }

  protected override begin(source: number): void {
    super.begin(source);
    this.near.begin();
  }

  protected override nextRow(): number {
    const { heap, rowDone, round } = this;
    const { rows } = this.net.problem;
    while (heap.size > 0 && heap.least < this.best) {
      const i = heap.pop();
      if (i >= rows) this.scanRest(i - rows);
      else if (rowDone[i] !== round) return i;
    }
    return -1;
  }

  private scanRest(i: number): void {
    this.near.miss();
    super.scanPairs(i, this.baseOf(i));
  }

  protected override scanPairs(i: number, base: number): void {
    const { rows } = this.net.problem;
    const { potential, used } = this.net;
    const list = this.near.listOf(i);
    for (let k = 0; k < list.length; k += 3) {
      const j = list[k + 1]!;
      const d = base + list[k + 2]! + potential[rows + j]!;
      if (d < this.best && used[list[k]!] === 0) this.label(j, d, i, list[k]!);
    }
    const bound = base + this.near.rest[i]! + this.near.shift;
    if (bound < this.best) this.heap.push(bound, rows + i);
  }
}
