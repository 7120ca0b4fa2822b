import { minutesBetween } from "../tell-time/tell-time.js";

/** A stretch of time in which somebody was somewhere, with the minutes of it that stand written down. Instants in UTC. */
export interface Served {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

/** What a window is long, less the minutes of all that lies within it. */
const leftIn = (from: string, to: string, served: readonly Served[]): number =>
  minutesBetween(from, to) - served.filter((one) => one.from >= from && one.to <= to).reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * How many whole minutes of a stretch one person can still be given beside what stands for their other places: all of them fit on the clock exactly when no
 * window from a beginning to an end holds more minutes than it is long. Never below nothing. O(others³).
 */
export function freeMinutes({ from, to }: Omit<Served, "minutes">, others: readonly Served[]): number {
  const starts = [from, ...others.flatMap((one) => (one.from < from ? one.from : []))];
  const ends = [to, ...others.flatMap((one) => (one.to > to ? one.to : []))];
  return Math.max(0, Math.min(...starts.flatMap((start) => ends.map((end) => leftIn(start, end, others)))));
}

/** Whether one person's minutes are more than the clock has: some of them were counted twice. O(served³). */
export const isTwice = (served: readonly Served[]): boolean => served.some(({ from }) => served.some(({ to }) => to > from && leftIn(from, to, served) < 0));
