import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { Problem } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";
import { annealMoves, beginAnnealing, makeHeat, type Annealing } from "./anneal-plan.js";
import { findBestSpot, orderByDifficulty, placeInOrder, placePins } from "./construct-plan.js";
import { removeMeeting, returnToBest } from "./place-meeting.js";
import { buildModel, type PlanModel } from "./plan-model.js";
import { makeState, noteBest, type PlanState } from "./plan-state.js";
import { polishSome } from "./polish-plan.js";
import { repairStep } from "./repair-plan.js";

/** How long to search: a number of iterations (the same plan for the same seed, everywhere), or a time with a stopwatch to read it from. */
export interface Budget {
  readonly seed?: number;
  readonly iterations?: number;
  readonly timeMs?: number;
  /** Milliseconds of a clock that only goes forward (`() => performance.now()`); needed with `timeMs`. */
  readonly stopwatch?: () => number;
}

/** A search under way. A complete plan stands as soon as it is made; `advance` makes it better. */
export interface Planning {
  readonly model: PlanModel;
  readonly state: PlanState;
  readonly annealing: Annealing;
  readonly budget: Budget;
  readonly startedAt: number;
  iteration: number;
  repairs: number;
  cycle: number;
  readonly cycles: number;
  readonly weights: Float64Array;
  readonly hopeless: Uint8Array;
  readonly isSmall: boolean;
}

/** From when on a small instance is polished; it is small when there are few places (starts times rooms) for all its meetings together. */
const POLISH_FROM = 0.3;
const MOST_PLACES = 2000;
const REPAIR_SHARE = 0.4;
const SLICE = 512;
/** What one step of repair counts for in iterations. */
const REPAIR_COST = 200;

function checkBudget({ iterations, timeMs, stopwatch }: Budget): void {
  if (iterations !== undefined) checkWhole(iterations, 0, Number.MAX_SAFE_INTEGER, "options.iterations");
  else if (timeMs === undefined) throw new SchedulingError("budget-missing", "options");
  else if (!stopwatch) throw new SchedulingError("stopwatch-missing", "options.stopwatch");
  else checkWhole(Math.ceil(timeMs), 0, Number.MAX_SAFE_INTEGER, "options.timeMs");
}

/** Small instances gain from many short cycles, large ones from one long cycle. */
function countCycles(n: number): number {
  return Math.min(24, Math.max(1, Math.round(240 / Math.max(1, n))));
}

/** Builds the model and a first complete plan: pins, then the hardest meetings first, each where it costs least. Errors: those of `buildModel`, `budget-missing`, `stopwatch-missing`, `bad-number`. */
export function beginPlan(problem: Problem | CompiledProblem, budget: Budget): Planning {
  checkBudget(budget);
  const startedAt = budget.stopwatch?.() ?? 0;
  const model = buildModel(problem);
  const state = makeState(model, budget.seed ?? 1);
  placePins(state);
  placeInOrder(state, orderByDifficulty(state, 0), findBestSpot);
  noteBest(state);
  return continueFrom(state, budget, startedAt, countCycles(model.n));
}

/** A search that goes on from the plan in a state. */
export function continueFrom(state: PlanState, budget: Budget, startedAt: number, cycles: number): Planning {
  const { model } = state;
  const annealing = beginAnnealing(state, makeHeat([4, 0.05], [60, 0.5]));
  const places = annealing.movable.reduce((sum, m) => sum + model.starts[m]!.length * Math.max(1, model.rooms[m]!.length), 0);
  const [weights, hopeless] = [new Float64Array(model.n).fill(1), new Uint8Array(model.n)];
  return { model, state, annealing, budget, startedAt, iteration: 0, repairs: 0, cycle: 0, cycles, weights, hopeless, isSmall: places <= MOST_PLACES };
}

/** How much of the budget is spent, 0 … 1. */
export function spentShare(planning: Planning): number {
  const { iterations, timeMs, stopwatch } = planning.budget;
  if (iterations !== undefined) return Math.min(1, planning.iteration / Math.max(1, iterations));
  return Math.min(1, (stopwatch!() - planning.startedAt) / Math.max(1, timeMs!));
}

/** Starts a cycle: every other one from a fresh construction in a shuffled order, the rest from the best plan. */
function beginCycle(planning: Planning, cycle: number): void {
  const { state } = planning;
  planning.cycle = cycle;
  if (cycle % 2 === 0) return returnToBest(state);
  for (const m of planning.annealing.movable) if (state.start[m]! >= 0) removeMeeting(state, m);
  placeInOrder(state, orderByDifficulty(state, 3000), findBestSpot);
  noteBest(state);
}

function needsRepair(planning: Planning, share: number): boolean {
  return planning.state.best.total.hard > 0 && share < REPAIR_SHARE && planning.repairs >= 0;
}

function repair(planning: Planning): void {
  const { state } = planning;
  const canGoOn = repairStep(state, planning.weights, planning.hopeless);
  noteBest(state);
  planning.repairs++;
  planning.iteration += REPAIR_COST;
  if (canGoOn && state.best.total.hard > 0) return;
  planning.repairs = -1;
  returnToBest(state);
}

function polish(planning: Planning): void {
  const { state, annealing } = planning;
  const before = state.proposals;
  returnToBest(state);
  polishSome(state, annealing.movable);
  noteBest(state);
  planning.iteration += SLICE * Math.ceil((state.proposals - before + 1) / SLICE);
}

/** Spends up to `most` iterations of the budget; true when the budget is used up. Deterministic for an iteration budget, however it is sliced in multiples of 512. */
export function advancePlan(planning: Planning, most: number): boolean {
  for (let left = most; left > 0; left -= SLICE) {
    const share = spentShare(planning);
    if (share >= 1 || planning.annealing.movable.length === 0) return true;
    if (needsRepair(planning, share)) {
      repair(planning);
      continue;
    }
    if (planning.repairs > 0) {
      planning.repairs = -1;
      returnToBest(planning.state);
    }
    if (share > POLISH_FROM && planning.isSmall) {
      polish(planning);
      continue;
    }
    const cycle = Math.floor(share * planning.cycles);
    if (cycle !== planning.cycle) beginCycle(planning, cycle);
    annealMoves(planning.annealing, SLICE, share * planning.cycles - cycle);
    planning.iteration += SLICE;
  }
  return false;
}
