import { addDays, weekdayOf } from "../tell-time/tell-time.js";

export interface SeriesRule {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** The original dates of a series from one day to another, both included, "2026-09-17" and so on. O(weeks). */
export function listDates({ weekday, fromOn, untilOn }: SeriesRule, from: string, to: string): string[] {
  const first = from > fromOn ? from : fromOn;
  const last = untilOn !== null && untilOn < to ? untilOn : to;
  const dates: string[] = [];
  for (let date = addDays(first, (weekday - weekdayOf(first) + 7) % 7); date <= last; date = addDays(date, 7)) dates.push(date);
  return dates;
}
