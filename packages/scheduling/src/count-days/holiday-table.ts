import type { DateText, HolidayYear } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import { readDate, weekdayOf, yearOf } from "./civil-date.js";

/** Public holidays and make-up workdays by day number, and the years that are known. */
export interface HolidayTable {
  readonly years: ReadonlySet<number>;
  readonly isOff: ReadonlyMap<number, boolean>;
}

/** Builds the table; throws `bad-date` naming the entry. */
export function buildHolidayTable(years: readonly HolidayYear[]): HolidayTable {
  const isOff = new Map<number, boolean>();
  for (const year of years) for (const day of year.days) isOff.set(readDate(day.date, `holidays.${year.year}`), day.isOffDay);
  return { years: new Set(years.map((year) => year.year)), isOff };
}

/** Whether people work on that day by the national calendar. Throws `missing-holiday-year` when its year is not loaded. */
export function isWorkingDayNumber(table: HolidayTable, day: number): boolean {
  const year = yearOf(day);
  if (!table.years.has(year)) throw new SchedulingError("missing-holiday-year", String(year), { year });
  return !(table.isOff.get(day) ?? weekdayOf(day) > 5);
}

/** The nth working day after (`n` > 0) or before (`n` < 0) a day, that day not counted; `n` = 0 gives the day itself. O(days walked). */
export function stepWorkingDays(table: HolidayTable, day: number, n: number): number {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0;) {
    at += step;
    if (isWorkingDayNumber(table, at)) left--;
  }
  return at;
}

/** Whether 上班 is on that date. Errors: `missing-holiday-year`, `bad-date`. */
export function isWorkingDay(holidays: readonly HolidayYear[], date: DateText): boolean {
  return isWorkingDayNumber(buildHolidayTable(holidays), readDate(date, "date"));
}
