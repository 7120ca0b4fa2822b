import { Temporal } from "temporal-polyfill";

const local = (instant: string, zone: string): Temporal.PlainDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
const text = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: "millisecond" });

/** Is it a day of the calendar, so not 2026-02-30? */
export function isDay(day: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && Temporal.PlainDate.from(day, { overflow: "reject" }).toString() === day;
  } catch {
    return false;
  }
}

/** Is it a time of the day as "08:30"? */
export const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

/** The day that many days after "2026-09-17"; before it when they are negative. */
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The weekday of "2026-09-17", 1 is Monday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** "2026-09-17" of an instant in a zone. */
export const dayOf = (instant: string, zone: string): string => local(instant, zone).toPlainDate().toString();

/** "08:30" of an instant in a zone. */
export const timeOf = (instant: string, zone: string): string => local(instant, zone).toPlainTime().toString({ smallestUnit: "minute" });

/** The instant of a wall clock, "2026-09-17" and "08:30" in a zone: "2026-09-17T00:30:00.000Z". */
export const instantOf = (day: string, time: string, zone: string): string =>
  text(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant());

export const addMinutes = (instant: string, minutes: number): string => text(Temporal.Instant.from(instant).add({ minutes }));
