import { MatchingError, type MatchingErrorCode, type MatchingErrorParams } from "../errors.js";
import { PlanDesk, type PlacementExplanation } from "../plan-people/plan-desk.js";
import { planPeople } from "../plan-people/plan-people.js";
import type { PlanAnswer, PlanProblem } from "../plan-people/plan-problem.js";
import { readProblem } from "../read-problem/read-problem.js";
import { solveProblem, type SolvedProblem } from "../read-problem/solve-problem.js";

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

/** What it answers: the same envelope as every worker of the house, so that the server's runInWorker understands it. */
export type MatchingReply =
  | { readonly id: number; readonly kind: "done"; readonly result: MatchingResult }
  | {
      readonly id: number;
      readonly kind: "failed";
      readonly error: { readonly code: MatchingErrorCode; readonly item: string; readonly params: MatchingErrorParams };
    };

/**
 * Answers one request. A cancel has no answer: a solve is one piece of work, whose answer is on its way when the cancel is read.
 * @throws Error other than refusals, which are bugs
 */
export function answerMessage(request: MatchingRequest): MatchingReply | undefined {
  if (request.call === "cancel") return undefined;
  const { id } = request;
  try {
    return { id, kind: "done", result: work(request) };
  } catch (error) {
    if (!(error instanceof MatchingError)) throw error;
    return { id, kind: "failed", error: { code: error.code, item: error.item, params: error.params } };
  }
}

function work(request: MatchingCall): MatchingResult {
  if (request.call === "plan") return planPeople(request.problem);
  if (request.call === "solve") return solveProblem(readProblem(expectText("text", request.text)));
  if (request.call !== "explain") throw new MatchingError("badFormat", "call", { reason: "call" });
  if (!Array.isArray(request.placements)) throw new MatchingError("badFormat", "placements", { reason: "list" });
  const desk = new PlanDesk(request.problem);
  return Array.from(request.placements as (AskedPlacement | undefined)[], (one, k) =>
    desk.explain(expectText(`placements ${k} person`, one?.person), expectText(`placements ${k} place`, one?.place)),
  );
}

function expectText(item: string, value: unknown): string {
  if (typeof value !== "string") throw new MatchingError("badFormat", item, { reason: "text" });
  return value;
}
