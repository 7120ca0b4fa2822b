import { MatchingError } from "../errors.js";
import { checkShape, lists, refuse, singles } from "../plan-people/check-shape.js";
import { compilePlan } from "../plan-people/compile-plan.js";
import type { PlanProblem } from "../plan-people/plan-problem.js";

/**
 * Reads the JSON form of a planning problem (docs/matching-json.md), refusing unknown fields and wrong types by name, and everything compilePlan refuses.
 *
 * @throws MatchingError badFormat, or as compilePlan
 */
export function readPlanJson(text: string): PlanProblem {
  const problem = parse(text);
  checkShape(problem);
  checkFields(problem as object);
  compilePlan(problem as PlanProblem);
  return problem as PlanProblem;
}

/** Refuses fields nobody knows: in a file they are more likely misspelt than meant for somebody else. */
function checkFields(problem: object): void {
  expectKnown(problem, "", { format: 1, scale: 1, ...lists, ...singles });
  for (const [field, value] of Object.entries(problem) as [string, unknown][]) {
    const shape = lists[field];
    if (shape !== undefined) (value as readonly object[]).forEach((one, k) => expectKnown(one, `${field} ${k} `, shape));
    else if (singles[field] !== undefined) expectKnown(value as object, `${field} `, singles[field]);
  }
}

function expectKnown(record: object, item: string, known: object): void {
  for (const field of Object.keys(record)) if (!Object.hasOwn(known, field)) throw refuse(item + field, "unknownField");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MatchingError("badFormat", "file", { reason: "json" });
  }
}
