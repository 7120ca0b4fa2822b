import type { NetworkProblem, NetworkShortage } from "../solve-network/network-problem.js";
import { runSimplex, type SimplexEnd } from "../solve-network/run-simplex.js";
import { shrinkSet, type SetOf } from "./shrink-set.js";

/**
 * Nodes that cannot be served together, while every part of them can: nothing more can enter the set, so what it needs (its demand and what its outgoing
 * arcs must carry) exceeds what its incoming arcs may bring.
 *
 * The nodes that can still pass something on to one the simplex could not serve are such a set, and the least where one unit is missing. Where more are,
 * parts are left out while the rest still falls short: a network simplex for each try, over the rest alone (see shrinkSet for how many).
 * Source: the min cut of Ford & Fulkerson 1962, with lower bounds as in Hoffman's circulation theorem 1960.
 */
export function findNetworkShortage(problem: NetworkProblem, end: SimplexEnd & { readonly solved: false }): NetworkShortage {
  const found = reach(problem, end);
  const all = measure(problem, found.members);
  if (all.need - all.offer === 1) return all;
  const least = shrinkSet(found, (members) => lookWithin(problem, members));
  return measure(problem, least.members);
}

/** Every node from which the starved one can still get something. O(m · depth). */
function reach({ nodes, from, to, lower, upper }: NetworkProblem, { starved, simplex: { flow } }: SimplexEnd & { readonly solved: false }): SetOf {
  const inside = new Uint8Array(nodes);
  inside[starved] = 1;
  for (let grew = true; grew;) {
    grew = false;
    for (let a = 0; a < from.length; a++) {
      const [tail, head] = [from[a]!, to[a]!];
      if (inside[tail] === inside[head]) continue;
      const other = inside[head] === 1 ? tail : head;
      if (inside[head] === 1 ? flow[a]! >= upper[a]! - lower[a]! : flow[a] === 0) continue;
      inside[other] = 1;
      grew = true;
    }
  }
  return { members: [...inside.keys()].filter((v) => inside[v] === 1) };
}

/** A set that falls short among some nodes: everything else is one node, which takes whatever is left over, so that only want is seen and no surplus. */
function lookWithin({ nodes, from, to, lower, upper, supply }: NetworkProblem, members: readonly number[]): SetOf | undefined {
  const outside = members.length;
  const place = new Int32Array(nodes).fill(outside);
  members.forEach((v, k) => (place[v] = k));
  const arcs = [...from.keys()].filter((a) => place[from[a]!] !== outside || place[to[a]!] !== outside);
  const leftOver = members.map((_v, k) => k);
  const wanted = members.map((v) => supply[v]!);
  const network: NetworkProblem = {
    nodes: outside + 1,
    from: Int32Array.from([...arcs.map((a) => place[from[a]!]!), ...leftOver]),
    to: Int32Array.from([...arcs.map((a) => place[to[a]!]!), ...leftOver.map(() => outside)]),
    lower: Float64Array.from([...arcs.map((a) => lower[a]!), ...leftOver.map(() => 0)]),
    upper: Float64Array.from([...arcs.map((a) => upper[a]!), ...leftOver.map(() => Infinity)]),
    cost: new Int32Array(arcs.length + outside),
    supply: Float64Array.from([...wanted, -wanted.reduce((sum, s) => sum + s, 0)]),
  };
  const end = runSimplex(network);
  return end.solved ? undefined : { members: reach(network, end).members.map((k) => members[k]!) };
}

function measure({ nodes, from, to, lower, upper, supply }: NetworkProblem, members: readonly number[]): NetworkShortage {
  const inside = new Uint8Array(nodes);
  let need = 0;
  let offer = 0;
  for (const v of members) {
    inside[v] = 1;
    need -= supply[v]!;
  }
  for (let a = 0; a < from.length; a++) {
    if (inside[from[a]!] === inside[to[a]!]) continue;
    if (inside[to[a]!] === 1) offer += upper[a]!;
    else need += lower[a]!;
  }
  return { solved: false, nodes: Int32Array.from(members), need, offer };
}
