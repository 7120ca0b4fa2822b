import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { ServeInTurn, sideOf, type FallShort } from "./serve-in-turn.js";

/**
 * Why a problem has no plan: a set of rows, or of columns, that cannot all have their least, while every part of it can. (Where each side can be served by
 * itself, both can: Mendelsohn & Dulmage 1958.)
 *
 * Members are served in turn; whoever falls short reaches a violated set, and the smallest of those is taken. Served again by itself, its first member
 * that falls short is in every violated part of it so far: if it lacks one unit, what it reaches is the smallest of them (minimum cuts are closed under
 * intersection); if it lacks more, each other member is tried without. O(units · pairs), and once more per member in the last case.
 * Source: Hall 1935; Ford & Fulkerson 1962 (the closest minimum cut).
 *
 * @throws Error if the problem has a plan
 */
export function findShortage(problem: PairingProblem): Shortage {
  const short = findShort(problem, "rows") ?? findShort(problem, "columns");
  if (short === undefined) throw new Error("a shortage was asked for where there is a plan");
  return short;
}

function findShort(problem: PairingProblem, of: Shortage["of"]): Shortage | undefined {
  const side = sideOf(problem, of);
  const serve = (members: Iterable<number>): FallShort | undefined => new ServeInTurn(side).serve(members, true)[0];
  let found = new ServeInTurn(side).serve(side.least.keys()).sort((a, b) => a.members.length - b.members.length)[0];
  if (found === undefined) return undefined;
  found = serve(found.members) ?? found;
  for (const member of found.missing > 1 ? found.members : []) {
    if (found.members.includes(member)) found = serve(found.members.filter((other) => other !== member)) ?? found;
  }
  const own = Int32Array.from(found.members);
  const others = Int32Array.from(found.exhausted);
  const [rows, columns] = of === "rows" ? [own, others] : [others, own];
  return { solved: false, of, rows, columns, need: found.need, offer: found.need - found.missing };
}
