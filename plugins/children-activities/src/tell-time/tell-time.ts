import { addDays, weekdayOf } from "@lianxin/plugin-kit/days";
import { Temporal } from "temporal-polyfill";

export { addDays, addMinutes, dayOf, instantOf, isDay, isTime, timeOf as localTimeOf, weekdayOf } from "@lianxin/plugin-kit/days";

/** The last day of a span of so many months that begins on a day: 12 months from 2026-07-15 end on 2027-07-14. */
export const lastOfMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).subtract({ days: 1 }).toString();
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** Every day between two, both included, that is one of these weekdays. */
export function daysBetween(from: string, until: string, weekdays: readonly number[]): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) if (weekdays.includes(weekdayOf(day))) days.push(day);
  return days;
}
