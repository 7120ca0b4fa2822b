import { Temporal } from "temporal-polyfill";

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
export const addMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString();
/** 1 is Monday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;
/** Whole days from one day to another; below nothing when it is earlier. */
export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
/** "2027-02" */
export const monthOf = (day: string): string => day.slice(0, 7);
export const firstOfMonth = (day: string): string => `${monthOf(day)}-01`;
export const lastOfMonth = (day: string): string => addDays(addMonths(firstOfMonth(day), 1), -1);

/** Is it a day of the calendar, so not 2026-02-30? */
export function isDay(day: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && Temporal.PlainDate.from(day, { overflow: "reject" }).toString() === day;
  } catch {
    return false;
  }
}

/** "2026-12-10" of an instant in a zone. */
export const dayOf = (instant: string, zone: string): string => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
