import type { Residual } from "./residual.js";

/**
 * Pushes one unit from a→b over the residual arc that joins them. `edge` is the pair's edge, or −1 where one of the two is the zero node.
 * A path must be pushed from its end to its start, so that a full column gives up a place before it takes one. O(places of one column).
 */
export function pushArc(net: Residual, a: number, b: number, edge: number): void {
  const { rows } = net.problem;
  if (edge >= 0) {
    if (a < rows) net.hold(edge, a);
    else net.release(edge);
  } else if (a === net.zero) {
    if (b < rows) net.taken[b]!++;
    else net.given[b - rows]!--;
  } else if (a < rows) net.taken[a]!--;
  else net.given[a - rows]!++;
}

/** Pushes one unit along the parents of a finished search, from its root to `sink`, and settles both balances. O(path). */
export function pushPath(net: Residual, parent: Int32Array, parentEdge: Int32Array, sink: number): void {
  let v = sink;
  for (let from = parent[v]!; from >= 0; from = parent[v]!) {
    pushArc(net, from, v, parentEdge[v]!);
    v = from;
  }
  net.balance[v]!--;
  net.balance[sink]!++;
}
