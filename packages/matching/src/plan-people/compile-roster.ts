import type { NetworkProblem } from "../solve-network/network-problem.js";
import type { CompiledPlan } from "./compile-plan.js";

/** A roster as a network: hub → people → (person, when) → places → hub; the way back is by arc and node numbers. */
export interface CompiledRoster {
  readonly network: NetworkProblem;
  readonly pairArc: Int32Array;
  readonly personNode: (j: number) => number;
  readonly placeNode: (i: number) => number;
}

/** Collects arcs and nodes. */
class Sketch {
  nodes: number;
  readonly arcs: { from: number; to: number; lower: number; upper: number; cost: number }[] = [];
  constructor(nodes: number) {
    this.nodes = nodes;
  }
  join(from: number, to: number, lower: number, upper: number, cost: number): number {
    return this.arcs.push({ from, to, lower, upper, cost }) - 1;
  }
}

/** Builds the network of a compiled plan: one node per person and `when` lets at most one of the places that fall together through. O(pairs). */
export function compileRoster({ source, pairing, pairs, placeOf, personOf }: CompiledPlan): CompiledRoster {
  const { rows, columns, cost, rowMin, rowMax } = pairing;
  const personNode = (j: number) => 1 + j;
  const placeNode = (i: number) => 1 + columns + i;
  const sketch = new Sketch(1 + columns + rows);
  joinPeople(sketch, { pairing }, personNode);
  for (let i = 0; i < rows; i++) sketch.join(placeNode(i), 0, rowMin[i]!, rowMax[i]!, 0);
  const gate = new Map<string, number>();
  const pairArc = Int32Array.from(pairs, ({ person, place }, e) => {
    const from = personNode(personOf.get(person)!);
    const when = source.places[placeOf.get(place)!]!.when;
    const through = when === undefined ? from : openGate(sketch, gate, from, when);
    return sketch.join(through, placeNode(placeOf.get(place)!), 0, 1, cost[e]!);
  });
  return { network: networkOf(sketch), pairArc, personNode, placeNode };
}

function joinPeople(sketch: Sketch, { pairing }: Pick<CompiledPlan, "pairing">, personNode: (j: number) => number): void {
  const { columns, columnMin, columnMax, step } = pairing;
  for (let j = 0, at = 0; j < columns; at += columnMax[j]!, j++) {
    if (step === undefined) sketch.join(0, personNode(j), columnMin[j]!, columnMax[j]!, 0);
    else for (let k = 0; k < columnMax[j]!; k++) sketch.join(0, personNode(j), k < columnMin[j]! ? 1 : 0, 1, step[at + k]!);
  }
}

function openGate(sketch: Sketch, gate: Map<string, number>, from: number, when: string): number {
  const key = `${from}/${when}`;
  const known = gate.get(key);
  if (known !== undefined) return known;
  const node = sketch.nodes++;
  sketch.join(from, node, 0, 1, 0);
  gate.set(key, node);
  return node;
}

function networkOf({ nodes, arcs }: Sketch): NetworkProblem {
  return {
    nodes,
    from: Int32Array.from(arcs, (a) => a.from),
    to: Int32Array.from(arcs, (a) => a.to),
    lower: Float64Array.from(arcs, (a) => a.lower),
    upper: Float64Array.from(arcs, (a) => a.upper),
    cost: Int32Array.from(arcs, (a) => a.cost),
    supply: new Float64Array(nodes),
  };
}
