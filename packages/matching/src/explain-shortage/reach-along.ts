import type { Residual } from "../solve-pairing/residual.js";

/** Every node reached from v along residual arcs (or, with `forward` false, every node that reaches v), costs ignored. Stops early at zero. O(m) or O(m · reach). */
export function reachAlong(net: Residual, v: number, forward: boolean): Set<number> {
  const set = new Set([v]);
  for (const at of set) {
    if (at === net.zero) return set;
    const { rows } = net.problem;
    if (forward) at < rows ? followRow(net, at, set) : followColumn(net, at - rows, set);
    else at < rows ? backToRow(net, at, set) : backToColumn(net, at - rows, set);
  }
  return set;
}

function followRow(net: Residual, i: number, set: Set<number>): void {
  const { start, column, rows, rowMin } = net.problem;
  for (let e = start[i]!; e < start[i + 1]!; e++) if (net.used[e] === 0) set.add(rows + column[e]!);
  if (net.taken[i]! > rowMin[i]!) set.add(net.zero);
}

function followColumn(net: Residual, j: number, set: Set<number>): void {
  const first = net.placeStart[j]!;
  for (let place = first; place < first + net.count[j]!; place++) set.add(net.holderRow[place]!);
  if (net.given[j]! < net.problem.columnMax[j]!) set.add(net.zero);
}

function backToRow(net: Residual, i: number, set: Set<number>): void {
  const { start, column, rows, rowMax } = net.problem;
  for (let e = start[i]!; e < start[i + 1]!; e++) if (net.used[e] === 1) set.add(rows + column[e]!);
  if (net.taken[i]! < rowMax[i]!) set.add(net.zero);
}

function backToColumn(net: Residual, j: number, set: Set<number>): void {
  const { rows, start, column, columnMin } = net.problem;
  for (let i = 0; i < rows; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++) if (column[e] === j && net.used[e] === 0) set.add(i);
  }
  if (net.given[j]! > columnMin[j]!) set.add(net.zero);
}
