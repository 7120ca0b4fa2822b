import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { GRAIN_MINUTES, grainMinutes } from "../compile-calendars/grid.js";
import type { Score } from "../objective.js";
import type { Assignment, Problem } from "../problem.js";
import { writeMoment } from "../propose-slots/explain-slot.js";
import { scoreInSteps, type ScoreOptions, type Verdict } from "../verify-plan/score-plan.js";
import { takeSteps, type Steps } from "../steps.js";
import { advancePlan, spentShare } from "./advance-plan.js";
import { beginPlan, type Budget, type Planning } from "./begin-plan.js";
import type { PlanModel } from "./plan-model.js";
import type { Snapshot } from "./plan-state.js";

/** How far a search has come. `score` is the best plan's so far; `hard` counts the priorities of unplaced meetings. */
export interface Progress {
  /** Share of the budget spent, 0 … 1. */
  readonly share: number;
  readonly iterations: number;
  readonly unplaced: number;
  readonly score: Score;
}

export interface PlanOptions extends Budget {
  /** Called about every 50 ms of the stopwatch, or every 65,536 iterations without one. */
  readonly onProgress?: (progress: Progress) => void;
  /** Asked between slices of a few milliseconds; true ends the search with the best plan so far. */
  readonly shouldStop?: () => boolean;
}

/** A plan with the independent checker's judgement of it. */
export interface Plan extends Verdict {
  readonly assignments: readonly Assignment[];
  readonly iterations: number;
  /** Years of the horizon whose holidays are not loaded; not empty = a draft. */
  readonly unloadedYears: readonly number[];
}

const SLICE = 2048;
const PROGRESS_EVERY_MS = 50;
const PROGRESS_EVERY_ITERATIONS = 65_536;

/** The placed meetings in the order in which the problem names them. */
export function listAssignments(model: PlanModel, snapshot: Pick<Snapshot, "start" | "venue">): Assignment[] {
  const found: Assignment[] = [];
  for (const [m, meeting] of model.meetings.entries()) {
    const start = snapshot.start[m]!;
    if (!meeting || start < 0) continue;
    const venue = model.compiled.venues.ids[snapshot.venue[m]!];
    const from = grainMinutes(model.grid, start);
    const times = { meeting: meeting.id, start: writeMoment(model.compiled, from), end: writeMoment(model.compiled, from + model.length[m]! * GRAIN_MINUTES) };
    found.push(venue === undefined ? times : { ...times, venue });
  }
  return found;
}

export function readProgress(planning: Planning): Progress {
  const { best } = planning.state;
  let unplaced = 0;
  for (const [m, start] of best.start.entries()) if (start < 0 && planning.model.meetings[m]) unplaced++;
  return { share: spentShare(planning), iterations: planning.iteration, unplaced, score: { ...best.total } };
}

/** As `readBestPlan`, in steps. */
export function* judgeBestPlan(planning: Planning, options: ScoreOptions = {}): Steps<Plan> {
  const { model } = planning;
  const { compiled } = model;
  const problem = { ...compiled.problem, people: compiled.people.all, venues: compiled.venues.all };
  const assignments = listAssignments(model, planning.state.best);
  const verdict = yield* scoreInSteps(problem, assignments, options);
  return { assignments, iterations: planning.iteration, unloadedYears: compiled.unloadedYears, ...verdict };
}

/** The best plan so far, judged by the independent checker; before the first one is complete, what stands of it. */
export function readBestPlan(planning: Planning, options: ScoreOptions = {}): Plan {
  return takeSteps(judgeBestPlan(planning, options));
}

/** Runs a search to the end of its budget, reporting and asking whether to stop. */
export function runPlanning(planning: Planning, options: PlanOptions): void {
  const { stopwatch, onProgress, shouldStop } = options;
  let reportedAt = stopwatch?.() ?? 0;
  let reportedIteration = 0;
  for (;;) {
    if (shouldStop?.()) return;
    const isDone = advancePlan(planning, SLICE);
    const isDue = stopwatch ? stopwatch() - reportedAt >= PROGRESS_EVERY_MS : planning.iteration - reportedIteration >= PROGRESS_EVERY_ITERATIONS;
    if (onProgress && (isDone || isDue)) {
      onProgress(readProgress(planning));
      reportedAt = stopwatch?.() ?? 0;
      reportedIteration = planning.iteration;
    }
    if (isDone) return;
  }
}

/**
 * Plans many meetings at once: every rule kept (a meeting that would break one stays unplaced), then the objective's medium terms, then its soft ones.
 * The same seed and `iterations` give the same plan byte for byte in every JavaScript engine; a time budget gives what the time allows.
 * A complete plan stands right after construction, O(n · starts · meetings of a day); each iteration costs O(meetings of a day), some 0.3 µs.
 * Errors: `SchedulingError` naming the item, see `compileProblem` and `compileMeeting`, and `overlapping-pins`, `circular-after`, `unknown-meeting`,
 * `too-many-meetings`, `budget-missing`, `stopwatch-missing`.
 */
export function plan(problem: Problem | CompiledProblem, options: PlanOptions): Plan {
  const planning = beginPlan(problem, options);
  runPlanning(planning, options);
  return readBestPlan(planning);
}
