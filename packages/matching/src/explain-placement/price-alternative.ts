import type { Residual } from "../solve-pairing/residual.js";
import type { ShortestPaths } from "../solve-pairing/shortest-paths.js";

/** One pair that would come (`joins`) or go. */
export interface Move {
  readonly row: number;
  readonly column: number;
  readonly joins: boolean;
}

/** What forcing or forbidding a pair truly costs: the difference to the optimum, and every pair that would change. */
export interface Price {
  readonly cost: number;
  readonly moves: readonly Move[];
}

/**
 * The price of forcing a pair that is not in the plan: its reduced cost plus the shortest residual way back from its column to its row. Equals the
 * difference to a re-solve with the pair forced. Undefined if no plan has the pair. O(m + n log n), early stopped. The network must be settled.
 */
export function priceForced(net: Residual, search: ShortestPaths, edge: number, row: number): Price | undefined {
  const column = net.problem.column[edge]!;
  const { rows, cost } = net.problem;
  const distance = searchBetween(net, search, rows + column, row);
  if (distance === undefined) return undefined;
  const reduced = cost[edge]! - net.potential[row]! + net.potential[rows + column]!;
  return { cost: reduced + distance, moves: [{ row, column, joins: true }, ...movesOf(net, search, row)] };
}

/**
 * The price of doing without a pair of the plan: the shortest residual way from its row to its column, less its reduced cost. Equals the difference to
 * a re-solve with the pair forbidden. Undefined if every plan has the pair. O(m + n log n), early stopped. The network must be settled.
 */
export function priceForbidden(net: Residual, search: ShortestPaths, edge: number, row: number): Price | undefined {
  const column = net.problem.column[edge]!;
  const { rows, cost } = net.problem;
  const distance = searchBetween(net, search, row, rows + column);
  if (distance === undefined) return undefined;
  const reduced = cost[edge]! - net.potential[row]! + net.potential[rows + column]!;
  return { cost: distance - reduced, moves: [{ row, column, joins: false }, ...movesOf(net, search, rows + column)] };
}

function searchBetween(net: Residual, search: ShortestPaths, from: number, to: number): number | undefined {
  const goals = new Int32Array(net.zero + 1);
  goals[to] = -1;
  return search.search(Int32Array.of(from), 1, false, goals) ? search.nearest : undefined;
}

function movesOf(net: Residual, { parent, parentEdge }: ShortestPaths, end: number): Move[] {
  const { rows, column } = net.problem;
  const moves: Move[] = [];
  for (let v = end; parent[v]! >= 0; v = parent[v]!) {
    const edge = parentEdge[v]!;
    if (edge < 0) continue;
    const joins = v >= rows;
    moves.unshift({ row: joins ? parent[v]! : v, column: column[edge]!, joins });
  }
  return moves;
}
