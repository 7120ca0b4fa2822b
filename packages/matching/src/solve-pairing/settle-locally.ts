import { BackwardPaths, listColumnPairs, type ColumnPairs } from "./backward-paths.js";
import { pushArc, pushPath } from "./push-flow.js";
import type { Residual } from "./residual.js";
import { ShortestPaths } from "./shortest-paths.js";

/** The two searches that settle single units, and what they share. */
export interface Searches {
  readonly forward: ShortestPaths;
  readonly backward: BackwardPaths;
  readonly pairs: ColumnPairs;
}

/** Makes both searches for a network, and the lists of its columns' pairs. O(m). */
export function searchesOf(net: Residual): Searches {
  const pairs = listColumnPairs(net.problem);
  return { forward: new ShortestPaths(net), backward: new BackwardPaths(net, pairs), pairs };
}

/**
 * Settles the few balances a change has left, one unit and one early-stopped search each: forwards from nodes with too much, backwards from nodes with
 * too little, and never from the zero node, whose ball would be the whole network. `open` lists the nodes that may be unbalanced and loses those
 * that are not; false if some remain, because no plan exists.
 */
export function settleLocally(net: Residual, { forward, backward }: Searches, open: Set<number>): boolean {
  const start = new Int32Array(1);
  for (const v of [...open].sort((a, b) => a - b)) {
    start[0] = v;
    while (v !== net.zero && net.balance[v]! > 0 && forward.search(start, 1, false)) {
      forward.updatePotentials();
      pushPath(net, forward.parent, forward.parentEdge, forward.goal);
    }
    while (v !== net.zero && net.balance[v]! < 0 && backward.search(start, 1, false)) {
      backward.updatePotentials();
      pushBack(net, backward);
    }
  }
  for (const v of open) if (net.balance[v] === 0) open.delete(v);
  return open.size === 0;
}

/** Pushes one unit from the source a backward search found to its start; arcs are pushed from the sink's end. */
function pushBack(net: Residual, { parent, parentEdge, goal }: BackwardPaths): void {
  const path = [goal];
  for (let v = parent[goal]!; v >= 0; v = parent[v]!) path.push(v);
  for (let k = path.length - 1; k > 0; k--) pushArc(net, path[k - 1]!, path[k]!, parentEdge[path[k - 1]!]!);
  net.balance[goal]!--;
  net.balance[path[path.length - 1]!]!++;
}
