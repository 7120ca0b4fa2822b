import type { ColumnPairs } from "../solve-pairing/backward-paths.js";
import { ColumnSearch } from "../solve-pairing/column-search.js";
import type { Residual } from "../solve-pairing/residual.js";
import { RowSearch } from "../solve-pairing/row-search.js";
import { NearColumnSearch } from "./near-column-search.js";
import { NearRowSearch } from "./near-row-search.js";

/**
 * Withdrawals and returns in a settled network, each by one contracted search per place, so that nothing is touched but the chain of moves around it.
 * With `near` above 0 so many pairs of everyone are looked at first. The counts of the problem must already be the new ones. Every call returns the nodes
 * it had to leave unbalanced, because no plan exists.
 */
export class WithdrawAndReturn {
  private readonly rowSearch: RowSearch;
  private readonly columnSearch: ColumnSearch;

  constructor(
    private readonly net: Residual,
    pairs: ColumnPairs,
    near: number,
  ) {
    this.rowSearch = near > 0 ? new NearRowSearch(net, near) : new RowSearch(net);
    this.columnSearch = near > 0 ? new NearColumnSearch(net, pairs, near) : new ColumnSearch(net, pairs);
  }

  /** The pair of row i and column j now costs something else. */
  reprice(i: number, j: number): void {
    const { rowSearch, columnSearch } = this;
    if (rowSearch instanceof NearRowSearch) rowSearch.near.forget(i);
    if (columnSearch instanceof NearColumnSearch) columnSearch.near.forget(j);
  }

  /** Row i takes nothing any more; others may move to the places it leaves. */
  withdrawRow(i: number): number[] {
    const { net } = this;
    const { column, cost, rows } = net.problem;
    const { potential, taken, balance, zero } = net;
    const freed = net.heldPairs().listOf(i);
    for (const e of freed) {
      net.release(e);
      potential[i] = Math.min(potential[i]!, cost[e]! + potential[rows + column[e]!]!);
      taken[i]!--;
      balance[rows + column[e]!]!--;
      balance[zero]!++;
    }
    return Array.from(freed, (e) => column[e]!).flatMap((j) => (this.columnSearch.fill(j) ? [] : [rows + j]));
  }

  /** Row i, which held nothing, takes part. */
  returnRow(i: number): number[] {
    const { potential, taken, problem } = this.net;
    while (taken[i]! < problem.rowMin[i]!) if (this.rowSearch.insert(i, false) === "none") return this.starve(i, problem.rowMin[i]! - taken[i]!);
    while (taken[i]! < problem.rowMax[i]! && potential[i]! < 0) if (this.rowSearch.insert(i, true) !== "placed") break;
    return [];
  }

  /** Column j gives nothing any more; its rows look for other places. */
  withdrawColumn(j: number): number[] {
    const { net } = this;
    const { potential, taken, given, problem, placeStart } = net;
    const v = problem.rows + j;
    const freed: number[] = [];
    for (let count = net.count[j]!; count > 0; count--) {
      const place = placeStart[j]! + count - 1;
      const i = net.holderRow[place]!;
      potential[v] = Math.max(potential[v]!, potential[i]! - problem.cost[net.holderEdge[place]!]!);
      net.releasePlace(j, place);
      given[j]!--;
      taken[i]!--;
      freed.push(i);
    }
    return freed.flatMap((i) => (this.rowSearch.insert(i, taken[i]! >= problem.rowMin[i]!) === "none" ? this.starve(i, 1) : []));
  }

  /** Column j, which held nothing, takes part. */
  returnColumn(j: number): number[] {
    const { potential, given, balance, zero, problem, placeStart, step } = this.net;
    const v = problem.rows + j;
    const places = problem.columnMax[j]!;
    if (places === 0) return [];
    potential[v] = Math.max(potential[v]!, step[placeStart[j]! + places - 1]!);
    given[j] = places;
    balance[v]! -= places;
    balance[zero]! += places;
    while (balance[v]! < 0) if (!this.columnSearch.fill(j)) return [v];
    return [];
  }

  private starve(i: number, units: number): number[] {
    const { taken, balance, zero } = this.net;
    taken[i]! += units;
    balance[i]! += units;
    balance[zero]! -= units;
    return [i];
  }
}
