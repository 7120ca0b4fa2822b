import type { PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";
import type { MoveProof } from "../verify-certificate/verify-moves.js";

/** How a plan differs from the one before: pairs that are new, and pairs that were there and are not. */
export interface Changes {
  readonly moves: number;
  readonly dropped: number;
}

/** A plan chosen with an eye on the one before. */
export interface KeptPlan extends Changes {
  readonly plan: PairingPlan;
  /** True cost of the plan: pairs and steps, without any price on changes. */
  readonly cost: number;
  /** The best plan if nobody minded changes, with the duals that prove it. */
  readonly best: PairingPlan;
  /** Its cost. */
  readonly optimum: number;
  /** The budget `atLeast` holds for: the optimum, with its slack where there is one; at a price on changes, what this plan costs. */
  readonly most: number;
  /** Every plan that costs no more than `most` has at least so many changes, new and dropped together; equal to them where that is proven least. */
  readonly atLeast: number;
  /** What verifyMoves checks that by. */
  readonly proof: MoveProof;
}

/** Marks the edges of a plan before. */
export function markEdges(problem: PairingProblem, edges: Iterable<number>): Uint8Array {
  const mark = new Uint8Array(problem.cost.length);
  for (const e of edges) mark[e] = 1;
  return mark;
}

/** What choosing a pair adds to the number of changes: one more if it is new, one less if it was there. */
export function changeOf(before: Uint8Array): (edge: number) => number {
  return (e) => (before[e] === 1 ? -1 : 1);
}

/** New and dropped pairs of a plan. O(chosen + m). */
export function countChanges({ chosen }: Pick<PairingPlan, "chosen">, before: Uint8Array): Changes {
  let [moves, dropped] = [0, 0];
  for (const mark of before) dropped += mark;
  for (const e of chosen) {
    if (before[e] === 1) dropped--;
    else moves++;
  }
  return { moves, dropped };
}

/** The problem with `factor`·cost plus a price on every change (what a pair that was there saves is the price of dropping it); the steps are scaled alike. */
export function withMovePrice(problem: PairingProblem, before: Uint8Array, factor: number, price: number): PairingProblem {
  const changes = changeOf(before);
  return { ...problem, cost: problem.cost.map((c, e) => factor * c + price * changes(e)), step: problem.step?.map((s) => factor * s) };
}

/** The cost of chosen pairs and filled places, without any price on changes. O(chosen + places). */
export function trueCost(problem: PairingProblem, { chosen }: Pick<PairingPlan, "chosen">): number {
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
