import { shiftDay } from "./choose-light.js";

export interface Span {
  readonly fromOn: string;
  /** The day it could go on again; null while it lasts. */
  readonly toOn: string | null;
}
const laterOf = (one: string, other: string): string => (one > other ? one : other);
const earlierOf = (one: string, other: string): string => (one < other ? one : other);

/** Spans that overlap or touch as one, in order; an open one lasts for ever. O(n log n). */
function joined(spans: readonly Span[]): Span[] {
  const parts: Span[] = [];
  for (const span of [...spans].sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))) {
    const last = parts.at(-1);
    if (last === undefined || (last.toOn !== null && last.toOn < span.fromOn)) parts.push(span);
    else parts[parts.length - 1] = { fromOn: last.fromOn, toOn: last.toOn === null || span.toOn === null ? null : laterOf(last.toOn, span.toOn) };
  }
  return parts;
}

/**
 * Working days past due, those left out on which the owner was blocked or the part was put off: neither is late. A span counts from its first day to the
 * day before it ended; spans may overlap. `countBetween` counts the working days after one day up to and with another; undefined in a year nobody
 * loaded, and then so is the answer. O(n log n) in the spans.
 */
export function countLate(
  dueOn: string,
  today: string,
  spans: readonly Span[],
  countBetween: (from: string, to: string) => number | undefined,
): number | undefined {
  if (today <= dueOn) return 0;
  const rested = joined(spans).map(({ fromOn, toOn }) => {
    const from = laterOf(shiftDay(fromOn, -1), dueOn);
    const to = earlierOf(toOn === null ? today : shiftDay(toOn, -1), today);
    return to > from ? countBetween(from, to) : 0;
  });
  const total = countBetween(dueOn, today);
  return total === undefined || rested.includes(undefined) ? undefined : rested.reduce<number>((left, days) => left - days!, total);
}
