import { openProblem, readCalendars, type CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { Problem } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";
import type { Steps } from "../steps.js";
import { beginAnnealing, makeHeat, type Annealing } from "./anneal-plan.js";
import { findBestSpot, orderByDifficulty, placeInOrder, placePins } from "./construct-plan.js";
import { openModel, readMeetings, type PlanModel } from "./plan-model.js";
import { makeState, type PlanState } from "./plan-state.js";

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

/** An instance is small when there are few places (starts times rooms) for all its meetings together. */
const MOST_PLACES = 2000;

function checkBudget({ iterations, timeMs, stopwatch }: Budget): void {
  if (iterations !== undefined) checkWhole(iterations, 0, Number.MAX_SAFE_INTEGER, "options.iterations");
  else if (timeMs === undefined) throw new SchedulingError("budget-missing", "options", { fields: "iterations | timeMs" });
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
