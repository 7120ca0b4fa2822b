import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { deadlineGrain, notBeforeGrain } from "../compile-meeting/time-rules.js";
import { dateText } from "../count-days/civil-date.js";
import { expandMonths } from "../count-days/monthly-series.js";
import { momentText, readMoment } from "../count-days/moment.js";
import type { Meeting } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";

/** As much of a compiled problem as dates need. */
export type DatedProblem = Pick<CompiledProblem, "problem" | "grid" | "holidays">;

/** One meeting of a series, on its date: `council/2026-10`. */
function occurrenceOf(compiled: DatedProblem, meeting: Meeting, month: string, date: string): Meeting {
  const { series, ...rest } = meeting;
  const id = `${meeting.id}/${month}`;
  if (series?.at === undefined) return { ...rest, id, notBefore: date, deadline: date };
  const { offset } = compiled.grid;
  const start = readMoment(`${date}T${series.at}`, offset, `${meeting.id}.series.at`);
  const length = Math.ceil(meeting.minutes / 15) * 15;
  return { ...rest, id, notBefore: momentText(start, offset), deadline: momentText(start + length, offset) };
}

/** A series runs from its `notBefore` to its `deadline`, as far as they lie in the horizon; a date shifted out of the horizon is left to the next plan. */
function expandOne(compiled: DatedProblem, meeting: Meeting): Meeting[] {
  if (!meeting.series) return [meeting];
  const { grid } = compiled;
  const from = meeting.notBefore === undefined ? 0 : Math.floor(notBeforeGrain(grid, meeting.notBefore, `${meeting.id}.notBefore`) / grid.perDay);
  const to = meeting.deadline === undefined ? grid.days - 1 : Math.floor((deadlineGrain(grid, meeting.deadline, `${meeting.id}.deadline`) - 1) / grid.perDay);
  const last = dateText(grid.startDay + grid.days - 1);
  const found: Meeting[] = [];
  for (const { month, date } of expandMonths(compiled.holidays, meeting.series, grid.startDay + from, grid.startDay + to, `${meeting.id}.series`))
    if (date !== undefined && date <= last) found.push(occurrenceOf(compiled, meeting, month, date));
  return found;
}

/**
 * The meetings to place: each series as its occurrences within the horizon (skipped ones left out), everything else as it is.
 * Errors: `missing-holiday-year` for a series in a year that is not loaded, `bad-number` and `bad-shape` for one that cannot be, `unknown-meeting` for an `after` that names nothing.
 */
export function expandMeetings(compiled: DatedProblem): Meeting[] {
  const meetings = compiled.problem.meetings.flatMap((meeting) => expandOne(compiled, meeting));
  const ids = new Set([...meetings.map((meeting) => meeting.id), ...compiled.problem.meetings.map((meeting) => meeting.id)]);
  for (const meeting of meetings)
    for (const { meeting: before } of meeting.after ?? []) if (!ids.has(before)) throw new SchedulingError("unknown-meeting", before, { in: meeting.id });
  return meetings;
}
