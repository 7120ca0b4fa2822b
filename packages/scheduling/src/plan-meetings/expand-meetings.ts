import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { GRAIN_MINUTES } from "../compile-calendars/grid.js";
import { dateText, readDate } from "../count-days/civil-date.js";
import { expandWithin } from "../count-days/monthly-series.js";
import { momentText, readMoment, readTime } from "../count-days/moment.js";
import type { Meeting } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";

/** As much of a compiled problem as dates need. */
type DatedProblem = Pick<CompiledProblem, "problem" | "grid" | "holidays">;

/** The first minute of a date or moment, or the one after a date. */
function edge({ grid }: DatedProblem, text: string, daysOn: number, item: string): number {
  return text.length === 10 ? (readDate(text, item) + daysOn) * 1440 : readMoment(text, grid.offset, item);
}

/** Minutes after midnight of `series.at`. Errors: `bad-time`, `pin-off-grid`, `pin-outside-horizon` (not within the hours of a day). */
function readAt({ grid }: DatedProblem, { id, minutes, series, startEvery = GRAIN_MINUTES }: Meeting): number | undefined {
  const start = series!.at;
  if (start === undefined) return undefined;
  const item = `${id}.series.at`;
  const at = readTime(start, item);
  const step = at % GRAIN_MINUTES === 0 ? startEvery : GRAIN_MINUTES;
  if (at % step !== 0) throw new SchedulingError("pin-off-grid", item, { start, minutes: step });
  const first = at / GRAIN_MINUTES - grid.first;
  if (first < 0 || first + Math.ceil(minutes / GRAIN_MINUTES) > grid.perDay) throw new SchedulingError("pin-outside-horizon", item, { start });
  return at;
}

/** A series runs from its `notBefore` to its `deadline`, as far as they lie in the horizon: `council/2026-10` on its date, at its hour. */
function expandOne(compiled: DatedProblem, meeting: Meeting): Meeting[] {
  const { series, ...rest } = meeting;
  if (!series) return [meeting];
  const { grid, holidays } = compiled;
  const { id, notBefore, deadline } = meeting;
  const at = readAt(compiled, meeting);
  const opens = Math.max(grid.startDay * 1440, notBefore === undefined ? 0 : edge(compiled, notBefore, 0, `${id}.notBefore`));
  const closes = Math.min((grid.startDay + grid.days) * 1440, deadline === undefined ? Infinity : edge(compiled, deadline, 1, `${id}.deadline`));
  const found: Meeting[] = [];
  for (const { month, day } of expandWithin(holidays, series, Math.floor(opens / 1440), Math.ceil(closes / 1440) - 1, `${id}.series`)) {
    const start = day * 1440 + (at ?? 0);
    const end = at === undefined ? start + 1440 : start + Math.ceil(meeting.minutes / GRAIN_MINUTES) * GRAIN_MINUTES;
    if (at !== undefined && (start < opens || end > closes)) continue;
    const [from, to] = [Math.max(start, opens), Math.min(end, closes)];
    const text = (minutes: number, isWhole: boolean): string => (isWhole ? dateText(day) : momentText(minutes, grid.offset));
    found.push({ ...rest, id: `${id}/${month}`, notBefore: text(from, from === day * 1440), deadline: text(to, to === (day + 1) * 1440) });
  }
  return found;
}

/**
 * The meetings to place: each series as those occurrences that take place within the horizon, everything else as it is.
 * Errors: `missing-holiday-year` for a series in a year that is not loaded, `bad-number`, `bad-shape`, `bad-time`, `pin-off-grid`, `pin-outside-horizon` for one
 * that cannot be, `unknown-meeting` for an `after` that names nothing.
 */
export function expandMeetings(compiled: DatedProblem): Meeting[] {
  const meetings = compiled.problem.meetings.flatMap((meeting) => expandOne(compiled, meeting));
  const ids = new Set([...meetings.map((meeting) => meeting.id), ...compiled.problem.meetings.map((meeting) => meeting.id)]);
  for (const meeting of meetings)
    for (const { meeting: before } of meeting.after ?? []) if (!ids.has(before)) throw new SchedulingError("unknown-meeting", before, { in: meeting.id });
  return meetings;
}
