/**
 * A minimum-cost flow with lower bounds: every node's outflow less inflow equals its supply, every arc's flow lies between lower and upper.
 * Nodes are 0…nodes−1; all numbers are integers, upper may be Infinity.
 */
export interface NetworkProblem {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly cost: Int32Array;
  readonly supply: Float64Array;
}

/** An optimal flow with node potentials that prove it: reduced costs are cost + potential(from) − potential(to). */
export interface NetworkPlan {
  readonly solved: true;
  readonly objective: number;
  readonly flow: Float64Array;
  readonly potential: Float64Array;
  readonly pivots: number;
}

/** Why no flow exists: the listed nodes, and no part of them, need `need` more units brought in than the arcs into them, less what must leave, can bring: `offer`. */
export interface NetworkShortage {
  readonly solved: false;
  readonly nodes: Int32Array;
  readonly need: number;
  readonly offer: number;
}

/** What solveNetwork answers. */
export type NetworkAnswer = NetworkPlan | NetworkShortage;
