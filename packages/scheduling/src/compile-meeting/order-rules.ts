import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { ceilGrain, floorGrain } from "../compile-calendars/grid.js";
import type { Meeting } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import { inRange, type TimeRule } from "./time-rules.js";

const OCCURRENCE = /^(.+)\/\d{4}-\d\d$/;

/** A meeting of the problem by its id, or one meeting of a series by that of its month, `council/2026-10`. Error: `unknown-meeting`. */
export function findMeeting({ problem, meetingOf }: CompiledProblem, id: string, within: string): Meeting {
  const row = meetingOf.get(id);
  if (row !== undefined) return problem.meetings[row]!;
  const series = problem.meetings[meetingOf.get(OCCURRENCE.exec(id)?.[1] ?? "") ?? -1];
  if (!series?.series) throw new SchedulingError("unknown-meeting", id, { in: within });
  return { ...series, id };
}

/** Whether an `after` that names `named` means the meeting `id`: it itself, or the series it belongs to. */
function isMeant({ problem, meetingOf }: CompiledProblem, named: string, id: string): boolean {
  return named === id || (id.startsWith(`${named}/`) && problem.meetings[meetingOf.get(named) ?? -1]?.series !== undefined);
}

/** Appends one rule for each standing meeting that this one must follow, or that must follow it. O(standing · links). */
export function listOrderRules(compiled: CompiledProblem, meeting: Meeting, length: number, rules: TimeRule[]): TimeRule[] {
  const { grid, standing } = compiled;
  for (const { id, after, from, to } of standing) {
    for (const { meeting: named, gapMinutes = 0 } of meeting.after ?? [])
      if (isMeant(compiled, named, id)) rules.push({ kind: "after", id, starts: inRange(grid, ceilGrain(grid, to + gapMinutes), grid.size) });
    for (const { meeting: named, gapMinutes = 0 } of after)
      if (isMeant(compiled, named, meeting.id)) rules.push({ kind: "before", id, starts: inRange(grid, 0, floorGrain(grid, from - gapMinutes) - length + 1) });
  }
  return rules;
}
