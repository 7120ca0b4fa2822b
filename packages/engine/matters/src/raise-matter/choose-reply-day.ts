import { addWorkingDays, SchedulingError, type HolidayYear } from "@lianxin/scheduling";
import { errors } from "../errors.js";
import type { Directory } from "../plugin.js";

/** The nth working day after a day, by the holidays as announced; throws holidaysMissing when it falls into a year nobody loaded. */
export async function getReplyDay(directory: Directory, from: string, workingDays: number): Promise<string> {
  const years = [0, 1].map((more) => Number(from.slice(0, 4)) + more);
  const { days, missingYears } = await directory.holidays(years);
  const loaded: HolidayYear[] = years
    .filter((year) => !missingYears.includes(year))
    .map((year) => ({
      year,
      days: days.filter(({ day }) => day.startsWith(`${year}-`)).map(({ day, isOffDay, name }) => ({ date: day, isOffDay, name })),
    }));
  try {
    return addWorkingDays(loaded, from, workingDays);
  } catch (error) {
    if (error instanceof SchedulingError && error.code === "missing-holiday-year") throw errors.holidaysMissing({ year: Number(error.params.year) });
    throw error;
  }
}

/** The same, or null where it cannot be known: who raises something is not sent away because a calendar is missing. */
export async function findReplyDay(directory: Directory, from: string, workingDays: number): Promise<string | null> {
  try {
    return await getReplyDay(directory, from, workingDays);
  } catch (error) {
    if ((error as { code?: string }).code === "matters.holidaysMissing") return null;
    throw error;
  }
}
