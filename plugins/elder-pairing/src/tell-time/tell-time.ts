import { addDays } from "@lianxin/plugin-kit/days";
import { Temporal } from "temporal-polyfill";

export { addDays, dayOf, isDay, weekdayOf } from "@lianxin/plugin-kit/days";

export const addMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString();
/** Whole days from one day to another; below nothing when it is earlier. */
export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
/** "2027-02" */
export const monthOf = (day: string): string => day.slice(0, 7);
/** "2027年2月" of "2027-02", as papers and their files say it. */
export const sayMonth = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
export const firstOfMonth = (day: string): string => `${monthOf(day)}-01`;
export const lastOfMonth = (day: string): string => addDays(addMonths(firstOfMonth(day), 1), -1);
