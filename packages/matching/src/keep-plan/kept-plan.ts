import type { PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";

/** A plan chosen with an eye on the one before. */
export interface KeptPlan {
  readonly plan: PairingPlan;
  /** True cost of the plan: pairs and steps, without any price on moves. */
  readonly cost: number;
  /** The best plan if nobody minded moving, with the duals that prove it. */
  readonly best: PairingPlan;
  /** Its cost. */
  readonly optimum: number;
  /** Pairs of the plan that were not in the one before. */
  readonly moves: number;
  /** Every plan allowed by the mode has at least so many moves; equal to `moves` where that is proven least. */
  readonly atLeast: number;
}

/** Marks the edges of a plan before. */
export function markEdges(problem: PairingProblem, edges: Iterable<number>): Uint8Array {
  const mark = new Uint8Array(problem.cost.length);
  for (const e of edges) mark[e] = 1;
  return mark;
}

/** Pairs of a plan that the plan before did not have. */
export function countMoves({ chosen }: PairingPlan, before: Uint8Array): number {
  let moves = 0;
  for (const e of chosen) if (before[e] !== 1) moves++;
  return moves;
}

/** The problem with `factor`·cost plus a price on every pair that was not there before; the steps are scaled alike. */
export function withMovePrice(problem: PairingProblem, before: Uint8Array, factor: number, price: number): PairingProblem {
  const cost = problem.cost.map((c, e) => factor * c + (before[e] === 1 ? 0 : price));
  return { ...problem, cost, step: problem.step?.map((s) => factor * s) };
}

/** The cost of chosen pairs and filled places, without any price on moves. O(chosen + places). */
export function trueCost(problem: PairingProblem, { chosen }: PairingPlan): number {
  const { column, columns, cost, columnMax, step } = problem;
  const count = new Int32Array(columns);
  let sum = 0;
  for (const e of chosen) {
    sum += cost[e]!;
    count[column[e]!]!++;
  }
  for (let j = 0, at = 0; step !== undefined && j < columns; at += columnMax[j]!, j++) for (let k = 0; k < count[j]!; k++) sum += step[at + k]!;
  return sum;
}
