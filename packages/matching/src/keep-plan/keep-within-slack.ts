import { expectNatural } from "../check-pairing/expect-counts.js";
import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { finish, type Steps } from "../steps.js";
import { decidePair, type MoveProof } from "../verify-certificate/verify-moves.js";
import { changeOf, markEdges, type KeptPlan } from "./kept-plan.js";
import { keepOptimal } from "./keep-optimal.js";
import { chooseFactor, highestPrice, priceMoves, type BudgetProblem, type PricedBox, type PricedMoves } from "./price-moves.js";

/** How many branches the search for a proof opens unless told otherwise: small problems are searched to the end, large ones not at any length. */
const branchesFor = ({ cost }: PairingProblem): number => Math.max(60, Math.min(4_000, Math.floor(100_000 / (cost.length + 1))));

interface Search {
  readonly price: number;
  branches: number;
  best: PricedMoves;
}

interface Proven {
  readonly atLeast: number;
  readonly proof: MoveProof;
}

const changes = ({ moves, dropped }: PricedMoves): number => moves + dropped;

/**
 * The fewest changes at a cost within `slack` of the optimum. The price on changes is raised to where the budget binds (Lagrange; each solve also bounds the
 * changes of every plan within the budget from below), then branching on single pairs closes what gap is left. Proven least where `moves + dropped`
 * equal `atLeast`; as the problem contains exact matching, the search for the proof stops after `branches` and says what it knows.
 * Source: Handler & Zang 1980 (one budget); Land & Doig 1960 (branching).
 *
 * @throws MatchingError negativeCount for a negative slack, notInteger
 */
export function keepWithinSlack(problem: PairingProblem, before: Iterable<number>, slack: number, branches?: number): KeptPlan | Shortage {
  return finish(keepWithinSlackInSteps(problem, before, slack, branches));
}

/** The same, one solve in each step. */
export function* keepWithinSlackInSteps(
  problem: PairingProblem,
  before: Iterable<number>,
  slack: number,
  branches = branchesFor(problem),
): Steps<KeptPlan | Shortage> {
  expectNatural("slack", slack);
  const mark = markEdges(problem, before);
  const first = keepOptimal(
    problem,
    [...mark.keys()].filter((e) => mark[e] === 1),
  );
  if (!("plan" in first)) return first;
  const most = first.optimum + slack;
  const budget: BudgetProblem = { problem, before: mark, most, factor: chooseFactor(problem) };
  const { price, best, ...root } = yield* raisePrice(budget, first);
  const search: Search = { price, branches, best };
  const closed: Proven = price === 0 || root.atLeast >= changes(best) ? root : yield* branch(budget, search, new Uint8Array(mark.length));
  const { chosen, cost, moves, dropped } = search.best;
  const atLeast = Math.min(closed.atLeast, moves + dropped);
  return {
    plan: { ...first.plan, chosen, objective: cost },
    best: first.plan,
    cost,
    optimum: first.optimum,
    most,
    moves,
    dropped,
    atLeast,
    proof: closed.proof,
  };
}

/** The highest price whose cheapest plan keeps the budget, found by halving; with the best plan and bound met on the way. */
function* raisePrice(budget: BudgetProblem, { plan, cost, moves, dropped, atLeast, most, proof }: KeptPlan): Steps<Search & Proven> {
  let best: PricedMoves = { chosen: plan.chosen, cost, moves, dropped };
  let proven: Proven = most === budget.most ? { atLeast, proof } : { atLeast: 0, proof };
  let bestPrice = 0;
  let low = 0;
  let high = highestPrice(budget.problem, budget.factor);
  const open = new Uint8Array(budget.before.length);
  while (low < high && proven.atLeast < changes(best)) {
    yield;
    const price = Math.ceil((low + high) / 2);
    const priced = priceMoves(budget, price, open);
    if (priced.found === undefined) break;
    if (priced.atLeast >= proven.atLeast) {
      bestPrice = price;
      proven = priced;
    }
    if (priced.found.cost <= budget.most) {
      low = price;
      if (changes(priced.found) < changes(best)) best = priced.found;
    } else high = price - 1;
  }
  return { price: bestPrice, best, atLeast: proven.atLeast, proof: proven.proof, branches: 0 };
}

/** Improves search.best where it can; returns how few changes any plan of this branch may have. */
function* branch(budget: BudgetProblem, search: Search, box: Uint8Array): Steps<Proven> {
  yield;
  const priced = priceMoves(budget, search.price, box);
  const { found, atLeast } = priced;
  if (found === undefined) return priced;
  if (found.cost <= budget.most && changes(found) < changes(search.best)) search.best = found;
  if (atLeast >= changes(search.best) || search.branches-- <= 0) return priced;
  const edge = choosePivot(budget, priced, found, box);
  if (edge === undefined) return priced;
  const without = yield* branch(budget, search, decidePair(budget.problem, box, edge, 2));
  const having = yield* branch(budget, search, decidePair(budget.problem, box, edge, 1));
  return { atLeast: Math.min(without.atLeast, having.atLeast), proof: { kind: "split", edge, without: without.proof, having: having.proof } };
}

/** An open pair of the plan: a new one where the budget is kept, the dearest where it is not; any open one where the plan has none. */
function choosePivot({ problem, before, most }: BudgetProblem, { proof }: PricedBox, { chosen, cost }: PricedMoves, box: Uint8Array): number | undefined {
  if (proof.kind === "single") return undefined;
  const weigh = cost <= most ? changeOf(before) : (e: number) => problem.cost[e]!;
  let pivot: number | undefined;
  for (const e of chosen) if (box[e] === 0 && (pivot === undefined || weigh(e) > weigh(pivot))) pivot = e;
  return pivot ?? box.indexOf(0);
}
