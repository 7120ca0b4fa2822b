import type { Score } from "../objective.js";
import type { Plan } from "../plan-meetings/plan.js";
import { buildModel } from "../plan-meetings/plan-model.js";
import type { Assignment, Problem } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import type { Violation } from "../verify-plan/check-place.js";
import { assignmentsShape, problemShape } from "./problem-shape.js";

/** A plan as it is written to a file. */
export interface PlanFile {
  readonly version: 1;
  /** True when the holidays of some year of the horizon are not loaded. */
  readonly isDraft: boolean;
  readonly unloadedYears: readonly number[];
  readonly score: Score;
  readonly assignments: readonly Assignment[];
  readonly unplaced: readonly string[];
  readonly violations: readonly Violation[];
}

function parse(text: string, item: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SchedulingError("bad-shape", item, { rule: "json" });
  }
}

/**
 * Reads a problem from JSON text or a value, and checks all of it: form, ids, dates, rules. Nothing half-read is returned.
 * Errors: `bad-shape` naming the field, and everything that `plan` refuses.
 */
export function readProblem(json: unknown): Problem {
  const value = typeof json === "string" ? parse(json, "problem") : json;
  problemShape(value, "");
  const { version: _, ...problem } = value as Problem & { version?: 1 };
  buildModel(problem);
  return problem;
}

/** A plan as JSON text, two spaces deep, in the order of the problem; the same plan gives the same bytes. */
export function writePlan(plan: Plan): string {
  const { unloadedYears, score, assignments, unplaced, violations } = plan;
  const file: PlanFile = { version: 1, isDraft: unloadedYears.length > 0, unloadedYears, score, assignments, unplaced, violations };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The assignments of a plan file, for `score`, `explain` and `replan`. Error: `bad-shape` naming the field. */
export function readPlanFile(json: unknown): Assignment[] {
  const value = typeof json === "string" ? parse(json, "plan") : json;
  const assignments = (value as { assignments?: unknown } | null)?.assignments;
  assignmentsShape(assignments, "assignments");
  return assignments as Assignment[];
}
