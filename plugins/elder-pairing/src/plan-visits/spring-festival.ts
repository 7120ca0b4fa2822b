import { addDays } from "../tell-time/tell-time.js";

/** The first day of each lunar year (正月初一): dated data, extended year by year. */
export const newYears: { readonly citation: string; readonly isVerified: boolean; readonly days: Readonly<Record<string, string>> } = {
  citation: "GB/T 33661-2017《农历的编算和颁行》，中国科学院紫金山天文台编算",
  isVerified: false,
  days: {
    2026: "2026-02-17",
    2027: "2027-02-06",
    2028: "2028-01-26",
    2029: "2029-02-13",
    2030: "2030-02-03",
    2031: "2031-01-23",
    2032: "2032-02-11",
    2033: "2033-01-31",
    2034: "2034-02-19",
    2035: "2035-02-08",
    2036: "2036-01-28",
  },
};

/** The days around Spring Festival: nothing is due from the eve to the third day; who can wait keeps out of a day before and two after as well. */
export interface Festival {
  readonly closed: ReadonlySet<string>;
  readonly quiet: ReadonlySet<string>;
}
export interface CalendarDay {
  readonly day: string;
  readonly name: string;
  readonly isOffDay: boolean;
}
const span = (from: string, days: number): string[] => Array.from({ length: days }, (_, i) => addDays(from, i));
const around = (first: string): Festival => ({ closed: new Set(span(addDays(first, -1), 4)), quiet: new Set(span(addDays(first, -2), 7)) });

/**
 * The festival of a year, by the calendar that was loaded for it: the day it calls 除夕 or 初一; where it names neither, the listed day, which has to be
 * one of its days off for 春节. Undefined when the year is not listed, or when the calendar and the list differ: nobody guesses. O(days).
 */
export function festivalOf(year: number, calendar: readonly CalendarDay[] = []): Festival | undefined {
  const eve = calendar.find(({ name }) => name.includes("除夕"));
  const named = eve ? addDays(eve.day, 1) : calendar.find(({ name }) => name.includes("初一"))?.day;
  if (named !== undefined) return around(named);
  const listed = newYears.days[year];
  const off = calendar.filter(({ name, isOffDay }) => isOffDay && name.includes("春节"));
  return listed === undefined || (off.length > 0 && !off.some(({ day }) => day === listed)) ? undefined : around(listed);
}
