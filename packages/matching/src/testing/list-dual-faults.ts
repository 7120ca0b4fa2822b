import type { Residual } from "../solve-pairing/residual.js";

/**
 * Every breach of what a session promises about its duals, in words: each pair, each row and each column is looked at by itself, counts are taken anew
 * from the pairs used, and no code of the solver is asked. For tests only. O(m + columns).
 */
export function listDualFaults(net: Residual): string[] {
  const held = { row: new Array<number>(net.problem.rows).fill(0), column: new Array<number>(net.problem.columns).fill(0) };
  const faults = [...listPairFaults(net, held)];
  const { problem, potential, balance, taken, given, placeStart, step, zero } = net;
  let flow = 0;
  for (let i = 0; i < problem.rows; i++) {
    const n = taken[i]!;
    const u = potential[i]! - potential[zero]!;
    flow -= n;
    if (n < problem.rowMin[i]! || n > problem.rowMax[i]! || balance[i] !== n - held.row[i]!) faults.push(`row ${i} counts wrong`);
    if ((n < problem.rowMax[i]! && u < 0) || (n > problem.rowMin[i]! && u > 0)) faults.push(`row ${i} takes ${n} at ${u}`);
  }
  for (let j = 0; j < problem.columns; j++) {
    const n = given[j]!;
    const price = potential[problem.rows + j]! - potential[zero]!;
    const first = placeStart[j]!;
    flow += n;
    if (n < problem.columnMin[j]! || n > problem.columnMax[j]! || balance[problem.rows + j] !== held.column[j]! - n) faults.push(`column ${j} counts wrong`);
    const wantsMore = n < problem.columnMax[j]! && price > step[first + n]!;
    const wantsLess = n > problem.columnMin[j]! && price < step[first + n - 1]!;
    if (wantsMore || wantsLess) faults.push(`column ${j} gives ${n} at ${price}`);
  }
  if (balance[zero] !== flow) faults.push("the whole counts wrong");
  return faults;
}

function* listPairFaults({ problem, potential, used }: Residual, held: { row: number[]; column: number[] }): Generator<string> {
  for (let i = 0; i < problem.rows; i++) {
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) {
      const j = problem.column[e]!;
      const reduced = problem.cost[e]! + potential[problem.rows + j]! - potential[i]!;
      if (used[e] === 0 && reduced < 0) yield `pair ${i}–${j} is left out at ${reduced}`;
      if (used[e] !== 1) continue;
      held.row[i]!++;
      held.column[j]!++;
      if (reduced > 0) yield `pair ${i}–${j} is used at ${reduced}`;
    }
  }
}
