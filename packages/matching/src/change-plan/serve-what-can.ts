import { listColumnPairs } from "../solve-pairing/backward-paths.js";
import { ColumnSearch } from "../solve-pairing/column-search.js";
import { leaveMinima } from "../solve-pairing/insert-rows.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { Residual } from "../solve-pairing/residual.js";
import { RowSearch } from "../solve-pairing/row-search.js";

/**
 * Serves the rows, then the columns' minima, of a problem that has no plan as far as can be, one place and one early-stopped search each; what cannot be
 * served stays as a balance, and the duals are right all the same. O(places × (m + n log n)) worst case, but what a search reached in vain is never
 * searched again for a row.
 */
export function serveWhatCan(trimmed: PairingProblem): Residual {
  const net = new Residual(trimmed);
  const { rows, columns, columnMax } = trimmed;
  const { potential, placeStart, step } = net;
  for (let j = 0; j < columns; j++) potential[rows + j] = columnMax[j] === 0 ? 0 : step[placeStart[j]!]!;
  const search = new HopelessRowSearch(net);
  for (let i = 0; i < rows; i++) serveRow(net, search, i);
  leaveMinima(net);
  fillWhatCan(net);
  return net;
}

function serveRow(net: Residual, search: RowSearch, i: number): void {
  const { problem, potential, taken, balance, zero } = net;
  const { start, column, cost, rows, rowMin, rowMax } = problem;
  let least = Infinity;
  for (let e = start[i]!; e < start[i + 1]!; e++) least = Math.min(least, cost[e]! + potential[rows + column[e]!]!);
  potential[i] = least === Infinity ? 0 : least;
  while (taken[i]! < rowMin[i]!) {
    if (search.insert(i, false) === "placed") continue;
    const missing = rowMin[i]! - taken[i]!;
    taken[i]! += missing;
    balance[i]! += missing;
    balance[zero]! -= missing;
  }
  while (taken[i]! < rowMax[i]! && potential[i]! < 0) if (search.insert(i, true) !== "placed") break;
}

function fillWhatCan(net: Residual): void {
  const { rows, columns } = net.problem;
  const search = new ColumnSearch(net, listColumnPairs(net.problem));
  for (let j = 0; j < columns; j++) while (net.balance[rows + j]! < 0 && search.fill(j));
}

/**
 * RowSearch that remembers what it reached in vain. Such rows have their least, such columns are full, and no path leads out of them whatever else is
 * placed: they are not searched again, and their duals may rise together at any time, as they must with a row from which a path leads in.
 */
class HopelessRowSearch extends RowSearch {
  private readonly isDead = new Uint8Array(this.net.zero);
  private readonly dead: number[] = [];
  private deadDistance = Infinity;

  protected override begin(source: number): void {
    super.begin(source);
    this.deadDistance = Infinity;
  }

  protected override scanRow(i: number): void {
    if (this.isDead[i] === 0) super.scanRow(i);
    else this.deadDistance = Math.min(this.deadDistance, this.rowDistance[i]!);
  }

  protected override label(j: number, d: number, i: number, e: number): void {
    if (this.isDead[this.net.problem.rows + j] === 0) super.label(j, d, i, e);
    else this.deadDistance = Math.min(this.deadDistance, d);
  }

  protected override moveDuals(): void {
    super.moveDuals();
    this.liftDead(this.best - this.deadDistance);
  }

  protected override giveUp(source: number): "none" {
    const { rows } = this.net.problem;
    if (this.deadDistance < Infinity) this.liftDead(-this.net.potential[source]!);
    for (let k = 0; k < this.scannedCount; k++) this.die(this.scanned[k]!);
    for (let k = 0; k < this.touchedCount; k++) this.die(rows + this.touched[k]!);
    return super.giveUp(source);
  }

  private die(v: number): void {
    this.isDead[v] = 1;
    this.dead.push(v);
  }

  private liftDead(by: number): void {
    if (by > 0) for (const v of this.dead) this.net.potential[v]! += by;
  }
}
