import type { NetworkProblem } from "../solve-network/network-problem.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";

/**
 * A pairing with rows that fall together, as a network: hub 0 → columns (1 + j) → gates → rows (1 + columns + i) → hub. A gate lets one of the rows that
 * fall together through to its column. Gates are numbered by the first pair that needs them and come last.
 */
export interface RosterNetwork {
  readonly network: NetworkProblem;
  /** The arc of every pair. */
  readonly pairArc: Int32Array;
  /** The first gate's node. */
  readonly firstGate: number;
}

/** Arcs as they are drawn. */
class Sketch {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly cost: number[] = [];

  constructor(public nodes: number) {}

  join(from: number, to: number, lower: number, upper: number, cost: number): number {
    this.to.push(to);
    this.lower.push(lower);
    this.upper.push(upper);
    this.cost.push(cost);
    return this.from.push(from) - 1;
  }

  finish(): NetworkProblem {
    return {
      nodes: this.nodes,
      from: Int32Array.from(this.from),
      to: Int32Array.from(this.to),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      cost: Int32Array.from(this.cost),
      supply: new Float64Array(this.nodes),
    };
  }
}

/** Draws the network. O(pairs + places). */
export function drawRoster(problem: PairingProblem): RosterNetwork {
  const { rows, columns, start, column, cost, rowMin, rowMax, together } = problem;
  const firstGate = 1 + columns + rows;
  const sketch = new Sketch(firstGate);
  joinColumns(sketch, problem);
  const gates = new Map<number, number>();
  const pairArc = new Int32Array(column.length);
  for (let i = 0; i < rows; i++) {
    const group = together?.[i] ?? -1;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const from = group < 0 ? 1 + column[e]! : openGate(sketch, gates, 1 + column[e]!, column[e]! * rows + group);
      pairArc[e] = sketch.join(from, 1 + columns + i, 0, 1, cost[e]!);
    }
    sketch.join(1 + columns + i, 0, rowMin[i]!, rowMax[i]!, 0);
  }
  return { network: sketch.finish(), pairArc, firstGate };
}

function joinColumns(sketch: Sketch, { columns, columnMin, columnMax, step }: PairingProblem): void {
  for (let j = 0, at = 0; j < columns; at += columnMax[j]!, j++) {
    if (step === undefined) sketch.join(0, 1 + j, columnMin[j]!, columnMax[j]!, 0);
    else for (let k = 0; k < columnMax[j]!; k++) sketch.join(0, 1 + j, k < columnMin[j]! ? 1 : 0, 1, step[at + k]!);
  }
}

function openGate(sketch: Sketch, gates: Map<number, number>, from: number, key: number): number {
  let gate = gates.get(key);
  if (gate === undefined) {
    gates.set(key, (gate = sketch.nodes++));
    sketch.join(from, gate, 0, 1, 0);
  }
  return gate;
}
