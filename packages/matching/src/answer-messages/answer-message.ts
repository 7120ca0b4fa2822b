import { MatchingError, type MatchingErrorCode, type MatchingErrorParams } from "../errors.js";
import { PlanDesk, type PlacementExplanation } from "../plan-people/plan-desk.js";
import type { PlanAnswer, PlanProblem } from "../plan-people/plan-problem.js";
import { readProblem } from "../read-problem/read-problem.js";
import { solveProblem, type SolvedProblem } from "../read-problem/solve-problem.js";

/** What a worker may be asked. `id` comes back with the reply. A plan stays on the desk until the next one, so that it can be asked about. */
export type MatchingRequest =
  | { readonly id: number; readonly ask: "plan"; readonly problem: PlanProblem }
  | { readonly id: number; readonly ask: "explain"; readonly person: string; readonly place: string }
  | { readonly id: number; readonly ask: "solve"; readonly text: string };

/** What it replies. */
export type MatchingReply =
  | { readonly id: number; readonly reply: "plan"; readonly answer: PlanAnswer }
  | { readonly id: number; readonly reply: "explain"; readonly answer: PlacementExplanation }
  | { readonly id: number; readonly reply: "solve"; readonly answer: SolvedProblem }
  | { readonly id: number; readonly reply: "refused"; readonly code: MatchingErrorCode; readonly item: string; readonly params: MatchingErrorParams };

/** Makes the function that answers one worker's requests; it remembers the last plan. Errors other than refusals are thrown on. */
export function createAnswerer(): (request: MatchingRequest) => MatchingReply {
  let desk: PlanDesk | undefined;
  return (request) => {
    const { id } = request;
    try {
      if (request.ask === "plan") {
        desk = new PlanDesk(request.problem);
        return { id, reply: "plan", answer: desk.answer };
      }
      if (request.ask === "solve") return { id, reply: "solve", answer: solveProblem(readProblem(request.text)) };
      if (desk === undefined) throw new MatchingError("notInPlan", "plan");
      return { id, reply: "explain", answer: desk.explain(request.person, request.place) };
    } catch (error) {
      if (!(error instanceof MatchingError)) throw error;
      return { id, reply: "refused", code: error.code, item: error.item, params: error.params };
    }
  };
}
