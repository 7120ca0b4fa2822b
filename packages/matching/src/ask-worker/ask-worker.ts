import type { AskedPlacement, MatchingCall } from "../answer-messages/answer-message.js";
import type { PlacementExplanation } from "../plan-people/plan-desk.js";
import type { PlanAnswer, PlanProblem } from "../plan-people/plan-problem.js";

/** Whatever can run a worker: the `ctx` of a route or a task. */
export interface HasWorkers {
  runInWorker(module: string, request: object): Promise<unknown>;
}

const ask = (on: HasWorkers, call: MatchingCall): Promise<unknown> => on.runInWorker("@lianxin/matching/worker", call);

/** planPeople in a thread of its own, so that the server goes on answering. Rejects with the code planPeople refuses with. */
export const planInWorker = (on: HasWorkers, problem: PlanProblem): Promise<PlanAnswer> => ask(on, { call: "plan", problem }) as Promise<PlanAnswer>;

/** The same plan again, and an explanation for each placement asked about, in their order. Rejects with the code PlanDesk refuses with. */
export const explainInWorker = (on: HasWorkers, problem: PlanProblem, placements: readonly AskedPlacement[]): Promise<readonly PlacementExplanation[]> =>
  ask(on, { call: "explain", problem, placements }) as Promise<readonly PlacementExplanation[]>;
