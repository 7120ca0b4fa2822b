import { MatchingError, type MatchingErrorCode, type MatchingErrorParams } from "../errors.js";
import { PlanDesk, planInSteps, type PlacementExplanation } from "../plan-people/plan-desk.js";
import type { PlanAnswer, PlanProblem } from "../plan-people/plan-problem.js";
import { readProblem } from "../read-problem/read-problem.js";
import type { Steps } from "../steps.js";
import { solveInSteps, type SolvedProblem } from "../read-problem/solve-problem.js";

/** A placement that is asked about. */
export interface AskedPlacement {
  readonly person: string;
  readonly place: string;
}

/** What a worker may be asked. Nothing is remembered between requests, so any worker may answer any of them. */
export type MatchingCall =
  | { readonly call: "plan"; readonly problem: PlanProblem }
  | { readonly call: "explain"; readonly problem: PlanProblem; readonly placements: readonly AskedPlacement[] }
  | { readonly call: "solve"; readonly text: string };

/** A call as it travels; `id` comes back with the answer. */
export type MatchingRequest = (MatchingCall | { readonly call: "cancel" }) & { readonly id: number };

/** What comes back for each call: a plan, an explanation for every placement asked about, or a file's solution. */
export type MatchingResult = PlanAnswer | readonly PlacementExplanation[] | SolvedProblem;

/** How far a call has come: solves done so far. How many there will be nobody knows before. */
export interface MatchingProgress {
  readonly steps: number;
}

/** What it answers: the same envelope as every worker of the house, so that the server's runInWorker understands it. */
export type MatchingReply =
  | { readonly id: number; readonly kind: "progress"; readonly progress: MatchingProgress }
  | { readonly id: number; readonly kind: "done"; readonly result: MatchingResult }
  | {
      readonly id: number;
      readonly kind: "failed";
      readonly error: { readonly code: MatchingErrorCode; readonly item: string; readonly params: MatchingErrorParams };
    };

/** What a call does, in steps. @throws MatchingError as the calls, badFormat for what is none */
export function* answerCall(request: MatchingCall): Steps<MatchingResult> {
  if (request.call === "plan") return (yield* planInSteps(request.problem)).answer;
  if (request.call === "solve") return yield* solveInSteps(readProblem(expectText("text", request.text)));
  if (request.call !== "explain") throw new MatchingError("badFormat", "call", { reason: "call" });
  if (!Array.isArray(request.placements)) throw new MatchingError("badFormat", "placements", { reason: "list" });
  const desk = new PlanDesk(request.problem, yield* planInSteps(request.problem));
  const told: PlacementExplanation[] = [];
  for (const [k, one] of (request.placements as (AskedPlacement | undefined)[]).entries()) {
    told.push(desk.explain(expectText(`placements ${k} person`, one?.person), expectText(`placements ${k} place`, one?.place)));
    yield;
  }
  return told;
}

function expectText(item: string, value: unknown): string {
  if (typeof value !== "string") throw new MatchingError("badFormat", item, { reason: "text" });
  return value;
}
