import { shiftDay } from "./choose-light.js";

export interface Span {
  readonly fromOn: string;
  /** The day it could go on again; null while it lasts. */
  readonly toOn: string | null;
}
const laterOf = (one: string, other: string): string => (one > other ? one : other);
const earlierOf = (one: string, other: string): string => (one < other ? one : other);

/**
 * Working days past due, those on which the owner was blocked left out: blocked is not late. A span counts from its first day to the day before
 * it was lifted; spans do not overlap. `countBetween` counts the working days after one day up to and with another; undefined in a year nobody
 * loaded, and then so is the answer. O(spans).
 */
export function countLate(
  dueOn: string,
  today: string,
  spans: readonly Span[],
  countBetween: (from: string, to: string) => number | undefined,
): number | undefined {
  if (today <= dueOn) return 0;
  const blocked = spans.map(({ fromOn, toOn }) => {
    const from = laterOf(shiftDay(fromOn, -1), dueOn);
    const to = earlierOf(toOn === null ? today : shiftDay(toOn, -1), today);
    return to > from ? countBetween(from, to) : 0;
  });
  const total = countBetween(dueOn, today);
  return total === undefined || blocked.includes(undefined) ? undefined : blocked.reduce<number>((left, days) => left - days!, total);
}
