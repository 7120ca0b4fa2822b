import { advancePlan } from "./plan-meetings/advance-plan.js";
import { beginPlan, type Planning } from "./plan-meetings/begin-plan.js";
import { judgeBestPlan, readProgress, type Plan, type Progress } from "./plan-meetings/plan.js";
import { LEVELS, type Score } from "./objective.js";
import type { Assignment, Meeting, Problem } from "./problem.js";
import type { Offer } from "./proposal.js";
import { propose } from "./propose-slots/propose.js";
import type { Changes } from "./replan-meetings/read-changes.js";
import { replan, type Replanned, type ReplanOptions } from "./replan-meetings/replan.js";
import { SchedulingError, type Params } from "./scheduling-error.js";
import type { Steps } from "./steps.js";
import { explain } from "./judge-plan/score.js";
import type { ExplainedMeeting } from "./verify-plan/explain.js";

/** What a worker is asked. `id` is the caller's; every answer carries it. All of it survives a structured clone. */
export type Request =
  | {
      readonly id: number;
      readonly call: "plan";
      readonly problem: Problem;
      readonly options: { readonly seed?: number; readonly iterations?: number; readonly timeMs?: number };
    }
  | {
      readonly id: number;
      readonly call: "propose";
      readonly problem: Problem;
      readonly meeting: Meeting;
      readonly options?: { readonly k?: number; readonly around?: readonly Assignment[] };
    }
  | {
      readonly id: number;
      readonly call: "replan";
      readonly problem: Problem;
      readonly current: readonly Assignment[];
      readonly changes: Changes;
      readonly options?: ReplanOptions;
    }
  | { readonly id: number; readonly call: "explain"; readonly problem: Problem; readonly assignments: readonly Assignment[] }
  | { readonly id: number; readonly call: "cancel" };

/** What it answers: any number of `progress` (every 50 ms), then one `done` or `failed`. A cancelled plan is `done` with the best plan that can be judged at once. */
export type Answer =
  | { readonly id: number; readonly kind: "progress"; readonly progress: Progress }
  | { readonly id: number; readonly kind: "done"; readonly result: Plan | Offer | Replanned | readonly ExplainedMeeting[] }
  | { readonly id: number; readonly kind: "failed"; readonly error: { readonly code: string; readonly item: string; readonly params: Params } };

/** The worker's surroundings: how to answer, a stopwatch in milliseconds, and a way to let waiting messages in before going on. */
export interface Surroundings {
  readonly answer: (answer: Answer) => void;
  readonly stopwatch: () => number;
  readonly later: (go: () => void) => void;
}

const SLICE_MS = 15;
const PROGRESS_MS = 50;

function fail(surroundings: Surroundings, id: number, error: unknown): void {
  const known = error instanceof SchedulingError ? error : undefined;
  surroundings.answer({ id, kind: "failed", error: { code: known?.code ?? "unexpected", item: known?.item ?? String(error), params: known?.params ?? {} } });
}

/** A plan in the making; `isStopped` once someone has asked for what there is. */
interface Job {
  readonly id: number;
  readonly planning: Planning;
  isStopped: boolean;
  reportedAt: number;
  /** The plan that was judged last, and what the search knew of its score. */
  judged: { readonly plan: Plan; readonly total: Score } | undefined;
  /** When the search is next interrupted to judge what stands. */
  judgeAt: number;
}

/** Judging takes at most one part in so many of a search. */
const JUDGE_SHARE = 10;
/** How long a caller who cancels waits for a newer plan to be judged than the last one that was. */
const PATIENCE_MS = 40;

/** Judges what stands, unless someone stops it. */
function* judge(job: Job, stopwatch: () => number): Steps {
  const [from, total, steps] = [stopwatch(), { ...job.planning.state.best.total }, judgeBestPlan(job.planning)];
  for (; !job.isStopped; yield) {
    const { done, value } = steps.next();
    if (done !== true) continue;
    job.judged = { plan: value, total };
    job.judgeAt = stopwatch() + JUDGE_SHARE * (stopwatch() - from);
    return;
  }
}

/** Whether the last judged plan may stand in for the best one: it places as much, or nothing complete stands yet. */
function mayStandIn({ planning, judged }: Job): boolean {
  const { hard } = planning.state.best.total;
  return judged !== undefined && (judged.total.hard === hard || (hard > 0 && planning.construction !== undefined));
}

/** The best plan, judged; where that takes too long for someone who waits, the last one that was, unless meetings would be lost by it. */
function* endPlan(job: Job, stopwatch: () => number): Steps<Plan> {
  const { planning, judged } = job;
  const [until, { total }, steps] = [stopwatch() + PATIENCE_MS, planning.state.best, judgeBestPlan(planning)];
  if (judged && LEVELS.every((level) => judged.total[level] === total[level])) return { ...judged.plan, iterations: planning.iteration };
  for (; ; yield) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (job.isStopped && judged && stopwatch() > until && mayStandIn(job)) return judged.plan;
  }
}

/**
 * Makes a plan in short steps. What stands is judged whenever twice as many meetings stand, when all do, and now and then later: the checker has then read most
 * of the problem, and a plan that is known to be good is there for a caller who cancels.
 */
function* makePlan(job: Job, stopwatch: () => number): Steps<Plan> {
  const { planning } = job;
  const { model, state } = planning;
  for (let next = 64; planning.construction && !job.isStopped; yield) {
    advancePlan(planning, 512);
    const placed = model.n - state.unplaced.size;
    if (placed < next) continue;
    next = 2 * placed;
    yield* judge(job, stopwatch);
  }
  for (let isDone = false; !job.isStopped && !isDone; yield) {
    if (stopwatch() >= job.judgeAt) yield* judge(job, stopwatch);
    isDone = advancePlan(planning, 512);
  }
  return yield* endPlan(job, stopwatch);
}

/** Works in slices so that a cancel is read within one of them; what has been cancelled is brought to its end without any. */
function runSlices(surroundings: Surroundings, running: Map<number, Job>, job: Job, steps: Steps<Plan>): void {
  const { stopwatch, answer, later } = surroundings;
  const { id } = job;
  try {
    const startedAt = stopwatch();
    do {
      const { done, value } = steps.next();
      if (done !== true) continue;
      running.delete(id);
      return answer({ id, kind: "done", result: value });
    } while (job.isStopped || stopwatch() - startedAt < SLICE_MS);
    if (stopwatch() - job.reportedAt >= PROGRESS_MS) {
      answer({ id, kind: "progress", progress: readProgress(job.planning) });
      job.reportedAt = stopwatch();
    }
    later(() => runSlices(surroundings, running, job, steps));
  } catch (error) {
    running.delete(id);
    fail(surroundings, id, error);
  }
}

function startPlan(surroundings: Surroundings, running: Map<number, Job>, { id, problem, options }: Request & { readonly call: "plan" }): void {
  const { stopwatch } = surroundings;
  const planning = beginPlan(problem, { ...options, stopwatch });
  const job: Job = { id, planning, isStopped: false, reportedAt: stopwatch(), judged: undefined, judgeAt: 0 };
  running.set(id, job);
  runSlices(surroundings, running, job, makePlan(job, stopwatch));
}

/** Makes the handler of a worker's messages; see `Request` and `Answer`. */
export function serveRequests(surroundings: Surroundings): (request: Request) => void {
  const running = new Map<number, Job>();
  const { answer } = surroundings;
  return (request) => {
    const { id } = request;
    try {
      if (request.call === "cancel") {
        const job = running.get(id);
        if (job) job.isStopped = true;
      } else if (request.call === "explain") answer({ id, kind: "done", result: explain(request.problem, request.assignments) });
      else if (request.call === "propose") answer({ id, kind: "done", result: propose(request.problem, request.meeting, request.options ?? {}) });
      else if (request.call === "replan")
        answer({ id, kind: "done", result: replan(request.problem, request.current, request.changes, request.options ?? {}) });
      else startPlan(surroundings, running, request);
    } catch (error) {
      fail(surroundings, id, error);
    }
  };
}
