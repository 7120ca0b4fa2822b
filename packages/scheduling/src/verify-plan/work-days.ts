import { readDate, weekdayOf, yearOf } from "../count-days/civil-date.js";
import type { HolidayYear, Notice } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";

/** Days off and days worked instead, as the checker reads them; it shares no counting of days with the search. */
export interface WorkDays {
  readonly isOff: ReadonlyMap<number, boolean>;
  readonly years: ReadonlySet<number>;
}

export function readWorkDays(years: readonly HolidayYear[] = []): WorkDays {
  const listed = years.flatMap(({ year, days }) => days.map(({ date, isOffDay }) => [readDate(date, `holidays.${year}`), isOffDay] as const));
  return { isOff: new Map(listed), years: new Set(years.map((one) => one.year)) };
}

export const isRest = ({ isOff }: WorkDays, day: number): boolean => isOff.get(day) ?? weekdayOf(day) > 5;

/** Throws `missing-holiday-year`. */
export function isWorked(calendar: WorkDays, day: number): boolean {
  const year = yearOf(day);
  if (calendar.years.has(year)) return !isRest(calendar, day);
  throw new SchedulingError("missing-holiday-year", String(year), { year });
}

/** The last day for posting a notice: back over `n` days that count, and over one more day when they must all lie between. O(days). */
export function lastPosting(calendar: WorkDays, { n, basis, count }: Notice, meetingDay: number): number {
  let day = meetingDay;
  for (let left = n; left > 0; left -= basis === "calendar" || isWorked(calendar, day) ? 1 : 0) day--;
  return count === "back" ? day : day - 1;
}
