import { DistanceSearch } from "./distance-search.js";
import type { Residual } from "./residual.js";

/**
 * Shortest paths along residual arcs from sources (positive balance) to the nearest sink (negative balance).
 * Source: Edmonds & Karp 1972, Tomizawa 1971; early stop and partial dual update as in Ahuja, Magnanti & Orlin, Network Flows, §9.7.
 */
export class ShortestPaths extends DistanceSearch {
  constructor(net: Residual) {
    super(net, 1);
  }

  protected override scan(v: number): void {
    const { rows } = this.net.problem;
    if (v < rows) this.scanRow(v);
    else if (v < this.net.zero) this.scanColumn(v - rows);
    else this.scanZero();
  }

  private scanRow(i: number): void {
    const { start, column, cost, rows, rowMin } = this.net.problem;
    const { potential, used, zero, taken } = this.net;
    const { mark, distance, round } = this;
    const base = this.current - potential[i]!;
    const end = start[i + 1]!;
    for (let e = start[i]!; e < end; e++) {
      const j = rows + column[e]!;
      const d = base + cost[e]! + potential[j]!;
      if (d > this.nearest || (mark[j] === round && d >= distance[j]!) || used[e] !== 0) continue;
      this.label(j, d, i, e);
    }
    if (taken[i]! > rowMin[i]!) this.relax(zero, base + potential[zero]!, i, -1);
  }

  private scanColumn(j: number): void {
    const { cost, rows, columnMax } = this.net.problem;
    const { potential, holderEdge, holderRow, placeStart, zero, given, step, count } = this.net;
    const v = rows + j;
    const base = this.current - potential[v]!;
    const first = placeStart[j]!;
    if (given[j]! < columnMax[j]!) this.relax(zero, base + step[first + given[j]!]! + potential[zero]!, v, -1);
    for (let place = first; place < first + count[j]!; place++) {
      const i = holderRow[place]!;
      const e = holderEdge[place]!;
      this.relax(i, base - cost[e]! + potential[i]!, v, e);
    }
  }

  private scanZero(): void {
    const { rows, columns, rowMax, columnMin } = this.net.problem;
    const { potential, placeStart, zero, given, taken, step } = this.net;
    const base = this.current - potential[zero]!;
    for (let i = 0; i < rows; i++) if (taken[i]! < rowMax[i]!) this.relax(i, base + potential[i]!, zero, -1);
    for (let j = 0; j < columns; j++) {
      if (given[j]! <= columnMin[j]!) continue;
      this.relax(rows + j, base - step[placeStart[j]! + given[j]! - 1]! + potential[rows + j]!, zero, -1);
    }
  }
}
