import type { Residual } from "./residual.js";

/**
 * Makes a residual network obey its potentials: given column potentials and any set of used edges, chooses row potentials, drops used edges that
 * cost more than their row's best unused one, and sets taken/given/balance. Afterwards no residual arc has negative reduced cost. O(m).
 */
export function restoreSlackness(net: Residual): void {
  net.balance.fill(0);
  for (let i = 0; i < net.problem.rows; i++) restoreRow(net, i);
  for (let j = 0; j < net.problem.columns; j++) restoreColumn(net, j);
}

/** What the last look at a row found: its cheapest unused pair, its dearest used one, and how many are used. */
const seen = { unused: Infinity, dearest: -Infinity, count: 0 };

/** By itself, so that a first call compiles this loop over all pairs just once. */
function lookAtRow({ problem, potential, used }: Residual, i: number): void {
  const { start, column, cost, rows } = problem;
  let unused = Infinity;
  let dearest = -Infinity;
  let count = 0;
  const end = start[i + 1]!;
  for (let e = start[i]!; e < end; e++) {
    const value = cost[e]! + potential[rows + column[e]!]!;
    if (used[e] === 1) {
      count++;
      if (value > dearest) dearest = value;
    } else if (value < unused && used[e] === 0) unused = value;
  }
  seen.unused = unused;
  seen.dearest = dearest;
  seen.count = count;
}

/** The part of restoreSlackness for one row; its columns must be restored after it. O(degree). */
export function restoreRow(net: Residual, i: number): void {
  const { rowMin, rowMax } = net.problem;
  const { potential } = net;
  const zero = potential[net.zero]!;
  lookAtRow(net, i);
  const { unused, dearest } = seen;
  let { count } = seen;
  if (dearest > unused) count -= dropDearer(net, i, unused);
  const y = rowMin[i] === rowMax[i] ? (unused < Infinity ? unused : Math.max(dearest, zero)) : Math.min(unused, Math.max(dearest, zero));
  potential[i] = y;
  const taken = y > zero ? rowMin[i]! : y < zero ? rowMax[i]! : Math.min(rowMax[i]!, Math.max(rowMin[i]!, count));
  setTaken(net, i, taken, count);
}

function setTaken(net: Residual, i: number, taken: number, count: number): void {
  net.taken[i] = taken;
  net.balance[i] = taken - count;
  net.balance[net.zero]! -= taken;
}

function dropDearer(net: Residual, i: number, limit: number): number {
  const { start, column, cost, rows } = net.problem;
  let dropped = 0;
  for (let e = start[i]!; e < start[i + 1]!; e++) {
    if (net.used[e] !== 1 || cost[e]! + net.potential[rows + column[e]!]! <= limit) continue;
    net.release(e);
    dropped++;
  }
  return dropped;
}

/** How many places of column j the potential asks for: as near to what is held as its steps allow. O(places of j). */
export function restoreColumn(net: Residual, j: number): void {
  const { rows, columnMin, columnMax } = net.problem;
  raisePrice(net, j);
  const price = net.potential[rows + j]! - net.potential[net.zero]!;
  const first = net.placeStart[j]!;
  let low = columnMin[j]!;
  while (low < columnMax[j]! && net.step[first + low]! < price) low++;
  let high = low;
  while (high < columnMax[j]! && net.step[first + high]! <= price) high++;
  const given = Math.min(high, Math.max(low, net.count[j]!));
  net.given[j] = given;
  net.balance[rows + j] = net.count[j]! - given;
  net.balance[net.zero]! += given;
}

/** A column that holds more than its price pays for asks the price of its dearest held place, and loses the rows for whom that is too much. */
function raisePrice(net: Residual, j: number): void {
  const { rows, cost, columnMin } = net.problem;
  const { potential, holderEdge, holderRow } = net;
  const first = net.placeStart[j]!;
  const count = net.count[j]!;
  const worth = potential[net.zero]! + (net.step[first + count - 1] ?? 0);
  if (count <= columnMin[j]! || potential[rows + j]! >= worth) return;
  potential[rows + j] = worth;
  for (let place = first + count - 1; place >= first; place--) {
    const i = holderRow[place]!;
    if (cost[holderEdge[place]!]! + worth <= potential[i]!) continue;
    net.releasePlace(j, place);
    net.balance[i]!++;
  }
}
