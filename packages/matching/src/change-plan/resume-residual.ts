import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { Residual } from "../solve-pairing/residual.js";
import { restoreSlackness } from "../solve-pairing/restore-slackness.js";
import { settle } from "../solve-pairing/settle.js";
import { trimPlaces } from "../solve-pairing/trim-places.js";

/**
 * Solves a problem that has grown or shrunk from the plan and duals of the one before: rows and columns keep their numbers, new ones come last.
 * O(m) to copy, then only as much search as the differences need.
 */
export function resumeResidual(old: Residual, whole: PairingProblem): Residual {
  const net = new Residual(trimPlaces(whole));
  const shared = Math.min(old.problem.columns, whole.columns);
  const zero = old.potential[old.zero]!;
  for (let j = 0; j < shared; j++) net.potential[whole.rows + j] = old.potential[old.problem.rows + j]! - zero;
  const state = new Uint8Array(Math.max(old.problem.columns, whole.columns));
  for (let i = 0; i < Math.min(old.problem.rows, whole.rows); i++) copyRow(old, net, i, state);
  restoreSlackness(net);
  settle(net);
  return net;
}

function copyRow(old: Residual, net: Residual, i: number, state: Uint8Array): void {
  const { start, column } = old.problem;
  for (let e = start[i]!; e < start[i + 1]!; e++) state[column[e]!] = old.used[e]!;
  const { start: newStart, column: newColumn, columnMax } = net.problem;
  for (let e = newStart[i]!; e < newStart[i + 1]!; e++) {
    const j = newColumn[e]!;
    if (state[j] === 2) net.used[e] = 2;
    else if (state[j] === 1 && net.count[j]! < columnMax[j]!) net.hold(e, i);
  }
  for (let e = start[i]!; e < start[i + 1]!; e++) state[column[e]!] = 0;
}
