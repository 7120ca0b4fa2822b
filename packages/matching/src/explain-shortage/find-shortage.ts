import type { Shortage } from "../solve-pairing/pairing-problem.js";
import type { Residual } from "../solve-pairing/residual.js";
import { reachAlong } from "./reach-along.js";

/**
 * Why a residual network whose sources reach no sink has no plan: the smallest Hall violator closed under residual arcs.
 *
 * Whatever a starved row reaches is rows that compete for the same columns; from the other side, whatever reaches an unfilled column is the rows that
 * could fill it. Sets through the zero node prove nothing by themselves and are left out. O(starved nodes × m).
 * Source: Hall 1935; the cut of a minimum is closed, Ford & Fulkerson 1962.
 */
export function findShortage(net: Residual): Shortage {
  let best: Shortage | undefined;
  const size = (s: Shortage) => s.rows.length + s.columns.length;
  for (let v = 0; v < net.zero; v++) {
    if (net.balance[v] === 0) continue;
    const set = reachAlong(net, v, net.balance[v]! > 0);
    if (set.has(net.zero)) continue;
    const found = describeSet(net, set, net.balance[v]! > 0);
    if (best === undefined || size(found) < size(best)) best = found;
  }
  if (best === undefined) throw new Error("a shortage was asked for where sources still reach sinks");
  return best;
}

function describeSet(net: Residual, set: ReadonlySet<number>, starved: boolean): Shortage {
  const { rows } = net.problem;
  const inRows = Int32Array.from([...set].filter((v) => v < rows)).sort();
  const inColumns = Int32Array.from([...set].filter((v) => v >= rows).map((v) => v - rows)).sort();
  const counted = starved ? countRows(net, set, inRows, inColumns) : countColumns(net, set, inRows, inColumns);
  return { solved: false, of: starved ? "rows" : "columns", rows: inRows, columns: inColumns, ...counted };
}

function countRows(net: Residual, set: ReadonlySet<number>, inRows: Int32Array, inColumns: Int32Array): { need: number; offer: number } {
  const { rows, rowMin, columnMax, start, column } = net.problem;
  let offer = inColumns.reduce((sum, j) => sum + columnMax[j]!, 0);
  for (const i of inRows) for (let e = start[i]!; e < start[i + 1]!; e++) if (!set.has(rows + column[e]!)) offer++;
  return { need: inRows.reduce((sum, i) => sum + rowMin[i]!, 0), offer };
}

function countColumns(net: Residual, set: ReadonlySet<number>, inRows: Int32Array, inColumns: Int32Array): { need: number; offer: number } {
  const { rows, rowMax, columnMin, start, column } = net.problem;
  let offer = inRows.reduce((sum, i) => sum + rowMax[i]!, 0);
  for (let i = 0; i < rows; i++) {
    if (set.has(i)) continue;
    for (let e = start[i]!; e < start[i + 1]!; e++) if (set.has(rows + column[e]!)) offer++;
  }
  return { need: inColumns.reduce((sum, j) => sum + columnMin[j]!, 0), offer };
}
