import { countUnits, LARGEST_SUM } from "../check-pairing/check-sums.js";
import { largestOf } from "../solve-pairing/bounds-of.js";
import { LARGEST_COST, type PairingProblem } from "../solve-pairing/pairing-problem.js";
import type { MoveProof } from "../verify-certificate/verify-moves.js";
import { countChanges, trueCost, withMovePrice, type Changes } from "./kept-plan.js";
import { solveInBox } from "./solve-in-box.js";

/** A budget problem: fewest changes of `before` at a cost of at most `most`. */
export interface BudgetProblem {
  readonly problem: PairingProblem;
  readonly before: Uint8Array;
  readonly most: number;
  /** Costs are multiplied by this, so that a price on changes can be a fraction of a cost unit. */
  readonly factor: number;
}

/** A plan at one price on changes. */
export interface PricedMoves extends Changes {
  readonly chosen: Int32Array;
  readonly cost: number;
}

/** The plan, if there is one, and how few changes any plan within box and budget may have, with the proof. */
export interface PricedBox {
  readonly found: PricedMoves | undefined;
  readonly atLeast: number;
  readonly proof: MoveProof;
}

/**
 * Solves with `price` on every change, pairs of the box being decided. By weak duality no plan within the budget has fewer than
 * (least priced cost − factor · budget) / price changes. One solve.
 */
export function priceMoves({ problem, before, most, factor }: BudgetProblem, price: number, box: Uint8Array): PricedBox {
  const answer = solveInBox(withMovePrice(problem, before, factor, price), box);
  if (!answer.solved) return { found: undefined, atLeast: Infinity, proof: { kind: "impossible", duals: answer.duals } };
  const { chosen, duals } = answer;
  const cost = trueCost(problem, answer);
  const changes = countChanges(answer, before);
  const spare = factor * (most - cost);
  const proof: MoveProof = box.includes(0) ? { kind: "priced", factor, price, duals } : { kind: "single" };
  const bound = changes.moves + changes.dropped - (price === 0 ? Infinity : Math.floor(spare / price));
  const single = cost <= most ? changes.moves + changes.dropped : Infinity;
  return { found: { chosen, cost, ...changes }, atLeast: Math.max(0, proof.kind === "single" ? single : bound), proof };
}

/** The most a cost and a price may come to in all, so that no sum leaves exact arithmetic: also not as a network, with a node for every pair. */
function largestTerm(problem: PairingProblem): number {
  const { rows, columns, columnMin, cost } = problem;
  const units = columnMin.reduce((sum, min) => sum + min, countUnits(problem)) + 4 * (rows + columns + cost.length + 2);
  return Math.min(LARGEST_COST, Math.floor(LARGEST_SUM / (2 * units)) - 1);
}

/** Half of what fits for costs times factor, half for the price; the factor is no larger than fractions of changes need. */
export function chooseFactor(problem: PairingProblem): number {
  const { cost, step, rows, columns } = problem;
  return Math.max(1, Math.min(rows + columns, Math.floor(largestTerm(problem) / 2 / largestOf(cost, step))));
}

/** The highest price on changes that still fits. */
export function highestPrice(problem: PairingProblem, factor: number): number {
  return Math.max(0, largestTerm(problem) - factor * largestOf(problem.cost, problem.step));
}
