import { openProblem, readCalendars, type CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { Problem } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";
import type { Steps } from "../steps.js";
import { annealMoves, beginAnnealing, makeHeat, type Annealing } from "./anneal-plan.js";
import { findBestSpot, orderByDifficulty, placeInOrder, placePins } from "./construct-plan.js";
import { removeMeeting, returnToBest } from "./place-meeting.js";
import { openModel, readMeetings, type PlanModel } from "./plan-model.js";
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

/** A search under way. A complete plan stands once the first construction is through; from then on it only becomes better. */
export interface Planning {
  readonly model: PlanModel;
  readonly state: PlanState;
  annealing: Annealing;
  /** What is being built, step by step, before the search goes on: the first plan, or a fresh one for another cycle. */
  construction: Steps | undefined;
  readonly budget: Budget;
  readonly startedAt: number;
  iteration: number;
  repairs: number;
  cycle: number;
  readonly cycles: number;
  readonly weights: Float64Array;
  readonly hopeless: Uint8Array;
  isSmall: boolean;
  polishing: Steps<boolean> | undefined;
  /** Everything has been tried: no plan is better. */
  isOptimal: boolean;
}

/**
 * From when on a small instance is polished, a few meetings at a time and then all of them when they are few: what is found first cuts the complete search short.
 * It is small when there are few places (starts times rooms) for all its meetings together.
 */
const POLISH_FROM = 0.1;
const EXACT_FROM = 0.4;
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

/** Reads the problem and makes a first complete plan: pins, then the hardest meetings first, each where it costs least. */
function* makeFirstPlan(planning: Planning, isCompiled: boolean): Steps {
  const { model, state } = planning;
  if (!isCompiled) yield* readCalendars(model.compiled);
  yield* readMeetings(model);
  placePins(state);
  yield* placeInOrder(state, orderByDifficulty(state, 0), findBestSpot);
  const annealing = (planning.annealing = beginAnnealing(state, planning.annealing.heat));
  const places = annealing.movable.reduce((sum, m) => sum + model.starts[m]!.length * Math.max(1, model.rooms[m]!.length), 0);
  planning.isSmall = places <= MOST_PLACES;
}

/**
 * Opens a problem for planning; nothing is placed yet. `advancePlan` reads it, makes a first complete plan and then a better one, in short steps.
 * Errors: those of `openProblem` and `openModel`, `budget-missing`, `stopwatch-missing`, `bad-number`.
 */
export function beginPlan(problem: Problem | CompiledProblem, budget: Budget): Planning {
  checkBudget(budget);
  const isCompiled = "grid" in problem;
  const startedAt = budget.stopwatch?.() ?? 0;
  const model = openModel(isCompiled ? problem : openProblem(problem));
  const state = makeState(model, budget.seed ?? 1);
  const [weights, hopeless] = [new Float64Array(model.n).fill(1), new Uint8Array(model.n)];
  const annealing = beginAnnealing(state, makeHeat([4, 0.05], [60, 0.5]));
  const cycles = countCycles(model.n);
  const planning: Planning = { model, state, annealing, budget, startedAt, cycles, weights, hopeless, ...FRESH };
  planning.construction = makeFirstPlan(planning, isCompiled);
  return planning;
}

const FRESH = { construction: undefined, polishing: undefined, isOptimal: false, iteration: 0, repairs: 0, cycle: 0, isSmall: false };

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
  planning.construction = placeInOrder(state, orderByDifficulty(state, 3000), findBestSpot);
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

function polish(planning: Planning, share: number): void {
  const { state, annealing } = planning;
  const before = state.proposals;
  planning.polishing ??= polishSome(state, annealing.movable, share > EXACT_FROM);
  const { done, value } = planning.polishing.next();
  if (done === true) planning.polishing = undefined;
  planning.isOptimal = value === true;
  planning.iteration += SLICE * Math.ceil((state.proposals - before + 1) / SLICE);
}

/** One step of what is being built; what stands by then is noted, since someone may stop here. */
function construct(planning: Planning, steps: Steps): void {
  if (steps.next().done === true) planning.construction = undefined;
  noteBest(planning.state);
}

/**
 * Spends up to `most` iterations of the budget; true when the budget is used up. A step of construction costs none of it and takes the time of 512.
 * Deterministic for an iteration budget, however it is sliced in multiples of 512. Errors while the problem is read: those of `compileProblem` and `buildModel`.
 */
export function advancePlan(planning: Planning, most: number): boolean {
  for (let left = most; left > 0; left -= SLICE) {
    if (planning.construction) {
      construct(planning, planning.construction);
      continue;
    }
    const share = spentShare(planning);
    if (share >= 1 || planning.isOptimal || planning.annealing.movable.length === 0) return true;
    if (needsRepair(planning, share)) {
      repair(planning);
      continue;
    }
    if (planning.repairs > 0) {
      planning.repairs = -1;
      returnToBest(planning.state);
    }
    if (share > POLISH_FROM && planning.isSmall) {
      polish(planning, share);
      continue;
    }
    const cycle = Math.floor(share * planning.cycles);
    if (cycle !== planning.cycle) beginCycle(planning, cycle);
    annealMoves(planning.annealing, SLICE, share * planning.cycles - cycle);
    planning.iteration += SLICE;
  }
  return false;
}
