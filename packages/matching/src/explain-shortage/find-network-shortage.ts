import type { NetworkProblem, NetworkShortage } from "../solve-network/network-problem.js";
import type { NetworkSimplex } from "../solve-network/network-simplex.js";

/**
 * The nodes that can still pass something on to a node the simplex could not serve: nothing more can enter the set, so what the set needs (its
 * demand and what its outgoing arcs must carry) exceeds what its incoming arcs may bring. O(m · set) worst case.
 * Source: the min cut of Ford & Fulkerson 1962, with lower bounds as in Hoffman's circulation theorem 1960.
 */
export function findNetworkShortage(problem: NetworkProblem, simplex: NetworkSimplex, starved: number): NetworkShortage {
  const inside = new Uint8Array(problem.nodes);
  inside[starved] = 1;
  while (widen(problem, simplex, inside));
  return measure(problem, inside);
}

function widen({ from, to, lower, upper }: NetworkProblem, { flow }: NetworkSimplex, inside: Uint8Array): boolean {
  let grew = false;
  for (let a = 0; a < from.length; a++) {
    const tail = inside[from[a]!] === 1;
    const head = inside[to[a]!] === 1;
    if (tail === head) continue;
    if (head && flow[a]! < upper[a]! - lower[a]!) inside[from[a]!] = 1;
    else if (tail && flow[a]! > 0) inside[to[a]!] = 1;
    else continue;
    grew = true;
  }
  return grew;
}

function measure({ nodes, from, to, lower, upper, supply }: NetworkProblem, inside: Uint8Array): NetworkShortage {
  let need = 0;
  let offer = 0;
  const list: number[] = [];
  for (let v = 0; v < nodes; v++) {
    if (inside[v] === 0) continue;
    list.push(v);
    need -= supply[v]!;
  }
  for (let a = 0; a < from.length; a++) {
    if (inside[from[a]!] === inside[to[a]!]) continue;
    if (inside[to[a]!] === 1) offer += upper[a]!;
    else need += lower[a]!;
  }
  return { solved: false, nodes: Int32Array.from(list), need, offer };
}
