import { withoutForbidden } from "../change-plan/grow-pairing.js";
import { largestOf } from "../solve-pairing/bounds-of.js";
import { LARGEST_COST, type PairingPlan, type PairingProblem } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { countMoves, trueCost, withMovePrice } from "./kept-plan.js";

/** A budget problem: fewest pairs not in `before` at a cost of at most `most`, edges with state 2 left out. */
export interface BudgetProblem {
  readonly problem: PairingProblem;
  readonly before: Uint8Array;
  readonly most: number;
  readonly state: Uint8Array;
  /** Costs are multiplied by this, so that a price on moves can be a fraction of a cost unit. */
  readonly factor: number;
}

/** A plan at one price on moves, in edge numbers of the whole problem, and how few moves any plan within the budget may have. */
export interface PricedMoves {
  readonly plan: PairingPlan;
  readonly cost: number;
  readonly moves: number;
  readonly atLeast: number;
}

/**
 * Solves with `price` on every move. By weak duality no plan within the budget has fewer than (least priced cost − factor · budget) / price moves.
 * Undefined if no plan is left. One solve.
 */
export function priceMoves({ problem, before, most, state, factor }: BudgetProblem, price: number): PricedMoves | undefined {
  const left = withoutForbidden(withMovePrice(problem, before, factor, price), state);
  const answer = solvePairing(left);
  if (!answer.solved) return undefined;
  const edgeOf = listAllowed(state);
  const plan = { ...answer, chosen: answer.chosen.map((e) => edgeOf[e]!) };
  const atLeast = price === 0 ? 0 : Math.max(0, Math.ceil((answer.objective - factor * most) / price));
  return { plan, cost: trueCost(problem, plan), moves: countMoves(plan, before), atLeast };
}

function listAllowed(state: Uint8Array): number[] {
  const allowed: number[] = [];
  state.forEach((s, e) => s !== 2 && allowed.push(e));
  return allowed;
}

/** Half of the 32 bits for costs times factor, half for the price; the factor is no larger than fractions of moves need. */
export function chooseFactor({ cost, step, rows, columns }: PairingProblem): number {
  return Math.max(1, Math.min(rows + columns, Math.floor(LARGEST_COST / 2 / largestOf(cost, step))));
}

/** The highest price on moves that still fits. */
export function highestPrice({ cost }: PairingProblem, factor: number): number {
  return Math.max(0, LARGEST_COST - factor * largestOf(cost));
}
