import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import type { Residual } from "../solve-pairing/residual.js";
import { reachAlong } from "./reach-along.js";
import { shrinkShortage } from "./shrink-shortage.js";

/**
 * Why a residual network whose sources reach no sink has no plan: the smallest Hall violator closed under residual arcs.
 *
 * Whatever a starved row reaches is rows that compete for the same columns; from the other side, whatever reaches an unfilled column is the columns that
 * compete for the same rows. Sets through the zero node prove nothing by themselves and are left out; the smallest set is then shrunk until no member
 * can be left out. O(starved nodes × m).
 * Source: Hall 1935; the cut of a minimum is closed, Ford & Fulkerson 1962.
 */
export function findShortage(net: Residual, problem: PairingProblem = net.problem): Shortage {
  const { rows } = net.problem;
  let best: ReadonlySet<number> | undefined;
  let ofRows = true;
  for (let v = 0; v < net.zero; v++) {
    if (net.balance[v] === 0) continue;
    const set = reachAlong(net, v, net.balance[v]! > 0);
    if (set.has(net.zero) || (best !== undefined && set.size >= best.size)) continue;
    best = set;
    ofRows = net.balance[v]! > 0;
  }
  if (best === undefined) throw new Error("a shortage was asked for where sources still reach sinks");
  const members = [...best].filter((v) => v < rows === ofRows).map((v) => (ofRows ? v : v - rows));
  return shrinkShortage(problem, ofRows ? "rows" : "columns", members);
}
