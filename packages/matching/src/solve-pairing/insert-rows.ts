import { listColumnPairs } from "./backward-paths.js";
import { ColumnSearch } from "./column-search.js";
import type { PairingProblem } from "./pairing-problem.js";
import type { Residual } from "./residual.js";
import { RowSearch } from "./row-search.js";

/** Searches may look at so many edges for each of the problem's before the attempt is given up. */
const LOOKS_PER_EDGE = 40;
/** Beyond any cost and step together. */
const FAR = 2 ** 33;

/** Places are plentiful where there is this much room for what rows need … */
const ROOM = 1.25;
/** … and where columns themselves ask for no more than this part of it. */
const ASKED = 1 / 3;

/** True if rows can be placed one by one without much contest. O(rows + columns). */
export function hasRoom({ rowMin, columnMin, columnMax }: PairingProblem): boolean {
  const need = sumOf(rowMin);
  return sumOf(columnMax) >= ROOM * need && sumOf(columnMin) <= ASKED * need;
}

function sumOf(list: Int32Array): number {
  let sum = 0;
  for (const value of list) sum += value;
  return sum;
}

/**
 * Places rows one by one, each place by its shortest path, in a fresh residual network: exact for the problem without the columns' minima, which are
 * then left as balances. False if it gave up: some row found no place, or places are so contested that the auction is the better way; the network is
 * then to be thrown away. O(places × (m + rows log rows)) worst case, bounded by the budget; near linear where places are plentiful.
 */
export function insertRows(net: Residual): boolean {
  const { rows, columns, columnMax } = net.problem;
  const { potential, placeStart, step } = net;
  for (let j = 0; j < columns; j++) potential[rows + j] = columnMax[j] === 0 ? FAR : step[placeStart[j]!]!;
  const search = new RowSearch(net);
  for (let i = 0; i < rows; i++) if (!insertRow(net, search, i)) return false;
  leaveMinima(net);
  return true;
}

function insertRow({ problem, potential, taken }: Residual, search: RowSearch, i: number): boolean {
  const budget = LOOKS_PER_EDGE * (problem.cost.length + problem.rows);
  potential[i] = -FAR;
  while (taken[i]! < problem.rowMin[i]!) if (search.work > budget || search.insert(i, false) !== "placed") return false;
  while (taken[i]! < problem.rowMax[i]! && potential[i]! < 0) if (search.insert(i, true) !== "placed") break;
  return true;
}

/** Columns give at least their minimum; what they do not hold of it is left as a balance. O(columns). */
export function leaveMinima(net: Residual): void {
  const { rows, columns, columnMin } = net.problem;
  for (let j = 0; j < columns; j++) {
    const given = Math.max(columnMin[j]!, net.count[j]!);
    net.given[j] = given;
    net.balance[rows + j] = net.count[j]! - given;
    net.balance[net.zero]! += given - net.count[j]!;
  }
}

/** Gives columns below their minimum what they still need, one place and one early-stopped search each; false where that fails: no plan exists. */
export function fillMinima(net: Residual): boolean {
  const { rows, columns } = net.problem;
  if (net.balance[net.zero] === 0) return true;
  const search = new ColumnSearch(net, listColumnPairs(net.problem));
  for (let j = 0; j < columns; j++) while (net.balance[rows + j]! < 0) if (!search.fill(j)) return false;
  return true;
}
