import type { AskedPlacement, MatchingCall } from "../answer-messages/answer-message.js";
import type { PlacementExplanation } from "../plan-people/plan-desk.js";
import type { PlanAnswer, PlanProblem } from "../plan-people/plan-problem.js";

/** Whatever can run a worker: the `ctx` of a route or a task. Its options are passed on as they are: `signal` to stop, `onProgress` to hear of it. */
export interface HasWorkers<O = unknown> {
  runInWorker(module: string, request: object, options?: O): Promise<unknown>;
}

const ask = <O>(on: HasWorkers<O>, call: MatchingCall, options?: O): Promise<unknown> => on.runInWorker("@lianxin/matching/worker", call, options);

/**
 * planPeople in a thread of its own, so that the server goes on answering. Rejects with the code planPeople refuses with, or "cancelled" between two solves
 * once its signal is aborted; `onProgress` hears MatchingProgress.
 */
export const planInWorker = <O>(on: HasWorkers<O>, problem: PlanProblem, options?: O): Promise<PlanAnswer> =>
  ask(on, { call: "plan", problem }, options) as Promise<PlanAnswer>;

/** The same plan again, and an explanation for each placement asked about, in their order. Rejects with the code PlanDesk refuses with, or "cancelled". */
export const explainInWorker = <O>(
  on: HasWorkers<O>,
  problem: PlanProblem,
  placements: readonly AskedPlacement[],
  options?: O,
): Promise<readonly PlacementExplanation[]> => ask(on, { call: "explain", problem, placements }, options) as Promise<readonly PlacementExplanation[]>;
