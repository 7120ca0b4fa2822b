import type { ColumnPairs } from "../solve-pairing/backward-paths.js";
import { ColumnSearch } from "../solve-pairing/column-search.js";
import type { Residual } from "../solve-pairing/residual.js";
import { NearPairs } from "./near-pairs.js";

/** ColumnSearch that looks at a column's near pairs first: NearRowSearch turned round. A column waits for its other pairs as column C + j. */
export class NearColumnSearch extends ColumnSearch {
  readonly near: NearPairs;

  constructor(net: Residual, pairs: ColumnPairs, near: number) {
    super(net, pairs);
    const { start, row, cost } = pairs;
    this.near = new NearPairs({ start, other: row, cost, from: 0, others: net.problem.rows, sign: -1 }, net.potential, near);
  }

  protected override begin(source: number): void {
    super.begin(source);
    this.near.begin();
  }

  protected override nextColumn(): number {
    const { heap, columnDone, round } = this;
    const { columns } = this.net.problem;
    while (heap.size > 0 && heap.least < this.best) {
      const j = heap.pop();
      if (j >= columns) this.scanRest(j - columns);
      else if (columnDone[j] !== round) return j;
    }
    return -1;
  }

  private scanRest(j: number): void {
    this.near.miss();
    super.scanPairs(j, this.baseOf(j));
  }

  protected override scanPairs(j: number, base: number): void {
    const { potential, used, problem } = this.net;
    const { edge } = this.pairs;
    const list = this.near.listOf(j);
    for (let k = 0; k < list.length; k += 3) {
      const i = list[k + 1]!;
      const d = base + list[k + 2]! - potential[i]!;
      if (d < this.best && used[edge[list[k]!]!] === 0) this.label(i, d, j, edge[list[k]!]!);
    }
    const bound = base + this.near.rest[j]! + this.near.shift;
    if (bound < this.best) this.heap.push(bound, problem.columns + j);
  }
}
