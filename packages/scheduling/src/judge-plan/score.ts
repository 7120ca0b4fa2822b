import type { Assignment, Problem } from "../problem.js";
import { explainPlan, type ExplainedMeeting } from "../verify-plan/explain.js";
import { judgePlan, type ScoreOptions, type Verdict } from "../verify-plan/score-plan.js";
import { checkProblem } from "./check-problem.js";

/**
 * Judges a plan from the words of the problem alone: every rule, every term, and who is there. What is judged shares no code with the search; whether the
 * problem is sound is asked as `plan` asks it. O(checkProblem + placed · (people named · intervals + meetings of its day)).
 * Errors: those of `plan` but `overlapping-pins`, and `unknown-meeting`, `unknown-venue`, `duplicate-id`, `bad-moment`, `bad-interval` for the assignments.
 */
export function score(problem: Problem, assignments: readonly Assignment[], options: ScoreOptions = {}): Verdict {
  checkProblem(problem);
  return judgePlan(problem, assignments, options);
}

/** Explains every meeting of a plan, from the independent checker: drag a meeting, ask again, and see what it breaks. O(as `score`). Errors: those of `score`. */
export function explain(problem: Problem, assignments: readonly Assignment[]): ExplainedMeeting[] {
  checkProblem(problem);
  return explainPlan(problem, assignments);
}
