import { compileProblem, type CompiledProblem } from "../compile-calendars/compile-problem.js";
import { pinGrain } from "../compile-meeting/time-rules.js";
import { placeMeeting } from "../plan-meetings/place-meeting.js";
import { buildModel, listMeetings, type PlanModel } from "../plan-meetings/plan-model.js";
import { makeState, noteBest, type PlanState } from "../plan-meetings/plan-state.js";
import type { Assignment, Problem } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";

/** A plan kept ready for changes: compiled once, changed in place by `replanOpen`. */
export interface OpenPlan {
  readonly compiled: CompiledProblem;
  readonly model: PlanModel;
  readonly state: PlanState;
  readonly numberOf: Map<string, number>;
}

/** Meetings that an open plan can take besides its own. */
export const SPARE = 32;

function standAll(open: OpenPlan, assignments: readonly Assignment[]): void {
  const { model, state, compiled } = open;
  for (const assignment of assignments) {
    const m = open.numberOf.get(assignment.meeting);
    if (m === undefined) throw new SchedulingError("unknown-meeting", assignment.meeting);
    if (state.start[m]! >= 0) throw new SchedulingError("duplicate-id", assignment.meeting, { kind: "assignments" });
    const venue = assignment.venue === undefined ? model.venueCount : compiled.venues.rowOf.get(assignment.venue);
    if (venue === undefined) throw new SchedulingError("unknown-venue", assignment.venue!, { in: assignment.meeting });
    placeMeeting(state, m, pinGrain(model.grid, assignment.start, assignment.meeting), venue);
  }
}

/**
 * Opens a standing plan for re-planning. As dear as building a plan's model; do it once and keep it.
 * It has room for `spare` meetings more than it begins with. Errors: those of `plan`, and `unknown-meeting`, `unknown-venue`, `duplicate-id` for the assignments.
 */
export function openPlan(problem: Problem | CompiledProblem, assignments: readonly Assignment[], seed = 1, spare = SPARE): OpenPlan {
  const compiled = "grid" in problem ? problem : compileProblem(problem);
  const model = buildModel(compiled, spare);
  const numberOf = new Map(listMeetings(model).map((meeting, m) => [meeting.id, m]));
  const open: OpenPlan = { compiled, model, state: makeState(model, seed), numberOf };
  standAll(open, assignments);
  noteBest(open.state);
  return open;
}
