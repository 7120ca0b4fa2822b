import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { shrinkSet } from "./shrink-set.js";
import { ServeInTurn, sideOf, type FallShort } from "./serve-in-turn.js";

/**
 * Why a problem has no plan: a set of rows, or of columns, that cannot all have their least, while every part of it can. (Where each side can be served by
 * itself, both can: Mendelsohn & Dulmage 1958.)
 *
 * Members are served in turn; whoever falls short reaches a violated set, and the smallest of those is taken. Served again by itself, its first member
 * that falls short is in every violated part of it so far: if it lacks one unit, what it reaches is the smallest of them (minimum cuts are closed under
 * intersection); if it lacks more, parts are left out while the rest still falls short. O(units · pairs), and that for each try in the last case.
 * Source: Hall 1935; Ford & Fulkerson 1962 (the closest minimum cut).
 *
 * @throws Error if the problem has a plan
 */
export function findShortage(problem: PairingProblem): Shortage {
  const short = lookForShortage(problem);
  if (short === undefined) throw new Error("there is a plan");
  return short;
}

/** The same, or undefined if the problem has a plan. */
export function lookForShortage(problem: PairingProblem): Shortage | undefined {
  return findShort(problem, "rows") ?? findShort(problem, "columns");
}

function findShort(problem: PairingProblem, of: Shortage["of"]): Shortage | undefined {
  if ((of === "rows" ? problem.rowMin : problem.columnMin).every((least) => least === 0)) return undefined;
  const side = sideOf(problem, of);
  const serve = (members: Iterable<number>): FallShort | undefined => new ServeInTurn(side).serve(members, true)[0];
  let [found] = new ServeInTurn(side).serve(side.least.keys()).sort((a, b) => a.members.length - b.members.length);
  if (found === undefined) return undefined;
  found = serve(found.members) ?? found;
  if (found.missing > 1) found = shrinkSet(found, serve);
  const own = Int32Array.from(found.members);
  const others = Int32Array.from(found.exhausted);
  const [rows, columns] = of === "rows" ? [own, others] : [others, own];
  return { solved: false, of, rows, columns, need: found.need, offer: found.need - found.missing };
}
