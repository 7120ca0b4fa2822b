import { findEdge } from "../check-pairing/find-edge.js";
import { MatchingError } from "../errors.js";
import type { Residual } from "../solve-pairing/residual.js";
import { ShortestPaths } from "../solve-pairing/shortest-paths.js";
import { priceForbidden, priceForced, type Price } from "./price-alternative.js";

/** Why a pair is in the plan or not. `without` or `with` is undefined where no plan at all does without it, or with it. */
export type PairExplanation =
  | { readonly inPlan: true; readonly cost: number; readonly without: Price | undefined }
  | { readonly inPlan: false; readonly cost: number; readonly with: Price | undefined };

/**
 * Explains one allowed pair of a settled network: for a pair of the plan, how much worse the best plan without it is and who would move; for any other,
 * how much worse the best plan with it is ("why not X?"). Prices are exact integers in the problem's cost unit.
 *
 * @throws MatchingError unknownPair for a pair that is not listed or is forbidden
 */
export function explainPair(net: Residual, row: number, column: number, search: ShortestPaths = new ShortestPaths(net)): PairExplanation {
  const edge = findEdge(net.problem, row, column);
  if (edge === undefined || net.used[edge] === 2) throw new MatchingError("unknownPair", "pair", { row, column });
  const cost = net.problem.cost[edge]!;
  if (net.used[edge] === 1) return { inPlan: true, cost, without: priceForbidden(net, search, edge, row) };
  return { inPlan: false, cost, with: priceForced(net, search, edge, row) };
}
