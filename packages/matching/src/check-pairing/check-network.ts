import { MatchingError } from "../errors.js";
import { expectList, expectNatural } from "./expect-counts.js";
import { checkSums } from "./check-sums.js";
import type { NetworkProblem } from "../solve-network/network-problem.js";

/**
 * Refuses a network that is not well formed: no nodes, lengths that do not fit, arcs to nowhere, bounds that are no integers or turned round,
 * supplies that do not sum to zero, or costs whose sum could pass 2⁵³. O(m).
 *
 * @throws MatchingError emptySide, badFormat, lengthMismatch, outOfRange, notInteger, negativeCount, minAboveMax, unbalanced, sumTooLarge
 */
export function checkNetwork(problem: NetworkProblem): void {
  const { nodes, from, supply } = problem;
  expectNatural("nodes", nodes);
  if (nodes < 1) throw new MatchingError("emptySide", "nodes");
  expectList("supply", supply, Float64Array, nodes);
  for (const name of ["from", "to", "cost"] as const) expectList(name, problem[name], Int32Array, from.length);
  for (const name of ["lower", "upper"] as const) expectList(name, problem[name], Float64Array, from.length);
  for (let a = 0; a < from.length; a++) checkArc(problem, a);
  checkSupply(problem);
  checkSums(problem);
}

function checkArc({ nodes, from, to, lower, upper }: NetworkProblem, a: number): void {
  const item = `arc ${a}`;
  for (const v of [from[a]!, to[a]!]) if (v < 0 || v >= nodes) throw new MatchingError("outOfRange", item, { value: v, nodes });
  const least = lower[a]!;
  const most = upper[a]!;
  if (!Number.isSafeInteger(least) || (most !== Infinity && !Number.isSafeInteger(most)))
    throw new MatchingError("notInteger", item, { value: String(Number.isSafeInteger(least) ? most : least) });
  if (least < 0) throw new MatchingError("negativeCount", item, { value: least });
  if (least > most) throw new MatchingError("minAboveMax", item, { min: least, max: most });
}

function checkSupply({ supply }: NetworkProblem): void {
  let sum = 0;
  supply.forEach((s, v) => {
    if (!Number.isSafeInteger(s)) throw new MatchingError("notInteger", `node ${v}`, { value: String(s) });
    sum += s;
  });
  if (sum !== 0) throw new MatchingError("unbalanced", "supply", { sum });
}
