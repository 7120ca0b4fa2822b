import { Temporal } from "temporal-polyfill";

export const cadenceUnits = ["day", "week", "month", "quarter", "year"] as const;
export interface Cadence {
  readonly unit: (typeof cadenceUnits)[number];
  /** Every so many units; 1 to 366. */
  readonly every: number;
  /** Periods of the calendar (Monday to Sunday, the month, the quarter); else they begin on the obligation's first day. */
  readonly isAligned: boolean;
}
export interface Duty {
  readonly cadence: Cadence;
  /** So many times a period at least; 1 or more. */
  readonly floor: number;
  /** Calendar days, both included; null has no end. */
  readonly fromOn: string;
  readonly toOn: string | null;
}
export interface Period {
  readonly fromOn: string;
  readonly toOn: string;
  /** What is asked for in it: the floor, or in a period that is cut off at either end the share of its days, rounded down. */
  readonly floor: number;
}

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number => from.until(to, { largestUnit: "day" }).days;
const monthsOf = { month: 1, quarter: 3, year: 12 } as const;
const firstMonday = day("1970-01-05");
const firstMonth = day("1970-01-01");

/** First days of periods by their number; month arithmetic always starts from the first one, so that a 31st does not drift to the 28th. */
function startOf({ cadence: { unit, every, isAligned }, fromOn }: Duty): (index: number) => Temporal.PlainDate {
  if (unit === "day" || unit === "week") {
    const base = isAligned ? firstMonday : day(fromOn);
    return (index) => base.add({ days: index * every * (unit === "week" ? 7 : 1) });
  }
  const base = isAligned ? firstMonth : day(fromOn);
  return (index) => base.add({ months: index * every * monthsOf[unit] });
}

/** The number of the period a day lies in. O(1). */
function indexAt(duty: Duty, on: string): number {
  const start = startOf(duty);
  const [zero, one] = [start(0), start(1)];
  let index = Math.floor(daysBetween(zero, day(on)) / Math.max(1, daysBetween(zero, one)));
  while (Temporal.PlainDate.compare(start(index), day(on)) > 0) index--;
  while (Temporal.PlainDate.compare(start(index + 1), day(on)) <= 0) index++;
  return index;
}

function periodOf(duty: Duty, index: number): Period {
  const start = startOf(duty);
  const [whole, after] = [start(index).toString(), start(index + 1)];
  const last = after.subtract({ days: 1 }).toString();
  const fromOn = whole < duty.fromOn ? duty.fromOn : whole;
  const toOn = duty.toOn !== null && duty.toOn < last ? duty.toOn : last;
  const [length, full] = [daysBetween(day(fromOn), day(toOn)) + 1, daysBetween(start(index), after)];
  return { fromOn, toOn, floor: Math.floor((duty.floor * length) / full) };
}

/** The period a day lies in, or undefined outside the obligation. O(1). */
export const findPeriod = (duty: Duty, on: string): Period | undefined =>
  on < duty.fromOn || (duty.toOn !== null && on > duty.toOn) ? undefined : periodOf(duty, indexAt(duty, on));

/**
 * Every period that has begun by a day and has not ended before another, in order: they follow each other without a gap and cover exactly the days of
 * the obligation. O(periods).
 */
export function planPeriods(duty: Duty, since: string, until: string): Period[] {
  const first = since < duty.fromOn ? duty.fromOn : since;
  const last = duty.toOn !== null && duty.toOn < until ? duty.toOn : until;
  if (first > last) return [];
  const [from, to] = [indexAt(duty, first), indexAt(duty, last)];
  return Array.from({ length: to - from + 1 }, (_, i) => periodOf(duty, from + i));
}

export type PeriodStanding = "due" | "done" | "missed" | "excused";

/** How a period stands: it is missed only once its last day is over. O(1). */
export function judgePeriod({ toOn, floor }: Period, done: number, isExcused: boolean, today: string): PeriodStanding {
  if (done >= floor) return "done";
  if (isExcused) return "excused";
  return today > toOn ? "missed" : "due";
}
