import { addWorkingDays, countWorkingDays, isWorkingDay, SchedulingError, type HolidayYear } from "@lianxin/scheduling";
import { errors } from "../errors.js";
import type { Directory } from "../plugin.js";

/** Working days as announced. Each call throws holidaysMissing, naming the year, when a day it looks at is in a year nobody loaded. */
export interface WorkingCalendar {
  isWorkingDay(day: string): boolean;
  /** Working days after `from` up to and with `to`. */
  countBetween(from: string, to: string): number;
  /** The nth working day after a day, that day not counted. */
  addTo(day: string, count: number): string;
}

function orRefuse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SchedulingError && error.code === "missing-holiday-year") throw errors.holidaysMissing({ year: Number(error.params.year) });
    throw error;
  }
}

export const workingCalendar = (years: readonly HolidayYear[]): WorkingCalendar => ({
  isWorkingDay: (day) => orRefuse(() => isWorkingDay(years, day)),
  countBetween: (from, to) => orRefuse(() => countWorkingDays(years, from, to)),
  addTo: (day, count) => orRefuse(() => addWorkingDays(years, day, count)),
});

/** The calendar of the years between two days, from the directory; one query. */
export async function loadCalendar(directory: Directory, from: string, to: string): Promise<WorkingCalendar> {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i);
  const { days, missingYears } = await directory.holidays(years);
  const loaded = years.filter((year) => !missingYears.includes(year));
  const daysOf = (year: number) => days.filter(({ day }) => day.startsWith(`${year}-`)).map(({ day, isOffDay, name }) => ({ date: day, isOffDay, name }));
  return workingCalendar(loaded.map((year) => ({ year, days: daysOf(year) })));
}

/** Working days between, or undefined where they cannot be known. */
export function findWorkingDays(calendar: WorkingCalendar, from: string, to: string): number | undefined {
  try {
    return calendar.countBetween(from, to);
  } catch (error) {
    if ((error as { code?: string }).code === "commitments.holidaysMissing") return undefined;
    throw error;
  }
}
