import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { expandMonths } from "../count-days/monthly-series.js";
import { momentText, readMoment } from "../count-days/moment.js";
import type { Meeting } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";

/** One meeting of a series, on its date: `council/2026-10`. */
function occurrenceOf(compiled: CompiledProblem, meeting: Meeting, month: string, date: string): Meeting {
  const { series, ...rest } = meeting;
  const id = `${meeting.id}/${month}`;
  if (series?.at === undefined) return { ...rest, id, notBefore: date, deadline: date };
  const { offset } = compiled.grid;
  const start = readMoment(`${date}T${series.at}`, offset, `${meeting.id}.series.at`);
  const length = Math.ceil(meeting.minutes / 15) * 15;
  return { ...rest, id, notBefore: momentText(start, offset), deadline: momentText(start + length, offset) };
}

function expandOne(compiled: CompiledProblem, meeting: Meeting): Meeting[] {
  if (!meeting.series) return [meeting];
  const { startDay, days } = compiled.grid;
  const found: Meeting[] = [];
  for (const { month, date } of expandMonths(compiled.holidays, meeting.series, startDay, startDay + days - 1))
    if (date !== undefined) found.push(occurrenceOf(compiled, meeting, month, date));
  return found;
}

/**
 * The meetings to place: each series as its occurrences within the horizon (skipped ones left out), everything else as it is.
 * Errors: `missing-holiday-year` for a series in a year that is not loaded, `unknown-meeting` for an `after` that names nothing.
 */
export function expandMeetings(compiled: CompiledProblem): Meeting[] {
  const meetings = compiled.problem.meetings.flatMap((meeting) => expandOne(compiled, meeting));
  const ids = new Set([...meetings.map((meeting) => meeting.id), ...compiled.problem.meetings.map((meeting) => meeting.id)]);
  for (const meeting of meetings)
    for (const { meeting: before } of meeting.after ?? []) if (!ids.has(before)) throw new SchedulingError("unknown-meeting", before, { in: meeting.id });
  return meetings;
}
