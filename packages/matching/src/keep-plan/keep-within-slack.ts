import { expectNatural } from "../check-pairing/expect-counts.js";
import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { markEdges, type KeptPlan } from "./kept-plan.js";
import { keepOptimal } from "./keep-optimal.js";
import { chooseFactor, highestPrice, priceMoves, type BudgetProblem, type PricedMoves } from "./price-moves.js";

/** How many branches the search for a proof opens unless told otherwise. */
const BRANCHES = 60;

interface Search {
  readonly price: number;
  branches: number;
  best: PricedMoves;
}

/**
 * The fewest moves at a cost within `slack` of the optimum. The price on moves is raised to where the budget binds (Lagrange; each solve also bounds the
 * moves of every plan within the budget from below), then branching on single pairs closes what gap is left. Proven least where `moves = atLeast`;
 * as the problem contains exact matching, the search for the proof stops after `branches` and says what it knows.
 * Source: Handler & Zang 1980 (one budget); Land & Doig 1960 (branching).
 *
 * @throws MatchingError negativeCount for a negative slack, notInteger
 */
export function keepWithinSlack(problem: PairingProblem, before: Iterable<number>, slack: number, branches = BRANCHES): KeptPlan | Shortage {
  expectNatural("slack", slack);
  const mark = markEdges(problem, before);
  const first = keepOptimal(
    problem,
    [...mark.keys()].filter((e) => mark[e] === 1),
  );
  if (!("plan" in first)) return first;
  const budget: BudgetProblem = { problem, before: mark, most: first.optimum + slack, state: new Uint8Array(mark.length), factor: chooseFactor(problem) };
  const { price, best, atLeast } = raisePrice(budget, first);
  const search: Search = { price, branches, best };
  const proven = price === 0 ? atLeast : Math.max(atLeast, branch(budget, search));
  const { plan, cost, moves } = search.best;
  return { plan, best: first.plan, cost, optimum: first.optimum, moves, atLeast: Math.min(proven, moves) };
}

/** The highest price whose cheapest plan keeps the budget, found by halving; with the best plan and bound met on the way. */
function raisePrice(budget: BudgetProblem, first: KeptPlan): Search & { atLeast: number } {
  let best: PricedMoves = { plan: first.plan, cost: first.cost, moves: first.moves, atLeast: 0 };
  let atLeast = 0;
  let bestPrice = 0;
  let low = 0;
  let high = highestPrice(budget.problem, budget.factor);
  while (low < high && atLeast < best.moves) {
    const price = Math.ceil((low + high) / 2);
    const found = priceMoves(budget, price);
    if (found === undefined) break;
    if (found.atLeast >= atLeast) bestPrice = price;
    atLeast = Math.max(atLeast, found.atLeast);
    if (found.cost <= budget.most) {
      low = price;
      if (found.moves < best.moves) best = found;
    } else high = price - 1;
  }
  return { price: bestPrice, best, atLeast, branches: 0 };
}

/** Improves search.best where it can; returns how few moves any plan of this branch may have. */
function branch(budget: BudgetProblem, search: Search): number {
  const found = priceMoves(budget, search.price);
  if (found === undefined) return Infinity;
  if (found.cost <= budget.most && found.moves < search.best.moves) search.best = found;
  if (found.atLeast >= search.best.moves || search.branches-- <= 0) return found.atLeast;
  const pivot = choosePivot(budget, found);
  if (pivot === undefined) return found.atLeast;
  const without = branch(leaveOut(budget, [pivot.edge]), search);
  const having = branch(leaveOut(budget, pivot.rivals), search);
  return Math.max(found.atLeast, Math.min(without, having));
}

/** A pair of the plan, in a row for one, that still has rivals: new pairs first where the budget is kept, dear ones first where it is not. */
function choosePivot({ problem, before, most, state }: BudgetProblem, found: PricedMoves): { edge: number; rivals: number[] } | undefined {
  let choice: { edge: number; rivals: number[]; weight: number } | undefined;
  let i = 0;
  for (const edge of found.plan.chosen) {
    while (edge >= problem.start[i + 1]!) i++;
    if (problem.rowMax[i] !== 1) continue;
    const weight = found.cost <= most ? 1 - before[edge]! : problem.cost[edge]!;
    if (choice !== undefined && weight <= choice.weight) continue;
    const rivals: number[] = [];
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) if (e !== edge && state[e] !== 2) rivals.push(e);
    if (rivals.length > 0) choice = { edge, rivals, weight };
  }
  return choice;
}

function leaveOut(budget: BudgetProblem, edges: readonly number[]): BudgetProblem {
  const state = budget.state.slice();
  for (const e of edges) state[e] = 2;
  return { ...budget, state };
}
