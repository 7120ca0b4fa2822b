import { MatchingError } from "../errors.js";
import { checkShape } from "../plan-people/check-shape.js";
import { compilePlan } from "../plan-people/compile-plan.js";
import type { PlanProblem } from "../plan-people/plan-problem.js";

/**
 * Reads the JSON form of a planning problem (docs/matching-json.md), refusing unknown fields and wrong types by name, and everything compilePlan refuses.
 *
 * @throws MatchingError badFormat, or as compilePlan
 */
export function readPlanJson(text: string): PlanProblem {
  const problem = parse(text);
  checkShape(problem, true);
  compilePlan(problem as PlanProblem);
  return problem as PlanProblem;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MatchingError("badFormat", "file", { reason: "json" });
  }
}
