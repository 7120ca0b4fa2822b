import { Temporal } from "temporal-polyfill";

const localOf = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
const text = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: "millisecond" });

/** The instant of a wall clock, "2027-07-12" and "08:30" in a zone. */
export const instantOf = (day: string, time: string, zone: string): string =>
  text(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant());
export const addMinutes = (instant: string, minutes: number): string => text(Temporal.Instant.from(instant).add({ minutes }));
export const dayOf = (instant: string, zone: string): string => localOf(instant, zone).toPlainDate().toString();
/** "08:30" on the clock of a zone. */
export const localTimeOf = (instant: string, zone: string): string => localOf(instant, zone).toPlainTime().toString({ smallestUnit: "minute" });
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
/** The last day of a span of so many months that begins on a day: 12 months from 2026-07-15 end on 2027-07-14. */
export const lastOfMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).subtract({ days: 1 }).toString();
/** 1 is Monday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

export function isDay(day: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && Temporal.PlainDate.from(day, { overflow: "reject" }).toString() === day;
  } catch {
    return false;
  }
}
export const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

/** Every day between two, both included, that is one of these weekdays. */
export function daysBetween(from: string, until: string, weekdays: readonly number[]): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) if (weekdays.includes(weekdayOf(day))) days.push(day);
  return days;
}
