import type { NetworkProblem } from "../solve-network/network-problem.js";

/**
 * A second, slow solver that shares nothing with the first: Bellman–Ford augmentation from node to node, lower bounds forced by a premium. Returns the
 * least cost, or undefined if there is no flow. O(n m · flow); for tests only.
 */
export function solveBySuccessivePaths(problem: NetworkProblem): number | undefined {
  const { nodes, supply } = problem;
  const source = nodes;
  const sink = nodes + 1;
  const arcs: { from: number; to: number; room: number; cost: number; twin: number }[] = [];
  const join = (from: number, to: number, room: number, cost: number) => {
    arcs.push({ from, to, room, cost, twin: arcs.length + 1 }, { from: to, to: from, room: 0, cost: -cost, twin: arcs.length });
  };
  const excess = [...supply, 0, 0];
  let base = 0;
  problem.cost.forEach((cost, a) => {
    const room = problem.upper[a]! - problem.lower[a]!;
    const full = cost < 0 ? problem.upper[a]! : problem.lower[a]!;
    excess[problem.from[a]!]! -= full;
    excess[problem.to[a]!]! += full;
    base += full * cost;
    if (cost < 0) join(problem.to[a]!, problem.from[a]!, room, -cost);
    else join(problem.from[a]!, problem.to[a]!, room, cost);
  });
  let open = 0;
  for (let v = 0; v < nodes; v++) {
    if (excess[v]! > 0) join(source, v, excess[v]!, 0);
    if (excess[v]! < 0) join(v, sink, -excess[v]!, 0);
    open += Math.max(0, excess[v]!);
  }
  while (open > 0) {
    const via = shortestTree(arcs, nodes + 2, source);
    if (via[sink] === undefined) return undefined;
    for (let v = sink; v !== source; v = arcs[via[v]!]!.from) {
      arcs[via[v]!]!.room--;
      arcs[arcs[via[v]!]!.twin]!.room++;
      base += arcs[via[v]!]!.cost;
    }
    open--;
  }
  return base;
}

function shortestTree(arcs: readonly { from: number; to: number; room: number; cost: number }[], nodes: number, source: number): (number | undefined)[] {
  const distance = new Array<number>(nodes).fill(Infinity);
  const via = new Array<number | undefined>(nodes).fill(undefined);
  distance[source] = 0;
  for (let round = 0; round < nodes; round++) {
    arcs.forEach(({ from, to, room, cost }, a) => {
      if (room <= 0 || distance[from]! + cost >= distance[to]!) return;
      distance[to] = distance[from]! + cost;
      via[to] = a;
    });
  }
  return via;
}
