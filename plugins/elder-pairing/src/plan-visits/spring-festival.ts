import { addDays } from "../tell-time/tell-time.js";

/** The first day of the lunar year (正月初一), as the Purple Mountain Observatory announces it. */
const newYears: Readonly<Record<string, string>> = {
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
};

/** The days around Spring Festival: nothing is due from the eve to the third day; who can wait keeps out of a day before and two after as well. */
export interface Festival {
  readonly closed: ReadonlySet<string>;
  readonly quiet: ReadonlySet<string>;
}
const span = (from: string, days: number): string[] => Array.from({ length: days }, (_, i) => addDays(from, i));

/** Undefined for a year that is not in the list. */
export function festivalOf(year: number): Festival | undefined {
  const first = newYears[year];
  return first === undefined ? undefined : { closed: new Set(span(addDays(first, -1), 4)), quiet: new Set(span(addDays(first, -2), 7)) };
}
