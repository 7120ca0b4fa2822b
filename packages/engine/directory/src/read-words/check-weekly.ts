import type { WeeklySpan } from "../directory.js";
import { errors } from "../errors.js";

/** Refuses spans that end before they begin or overlap on one weekday; throws timesReversed, timesOverlap. O(n log n). */
export function checkWeekly(spans: readonly WeeklySpan[], field: string): void {
  const sorted = [...spans].sort((a, b) => a.weekday - b.weekday || (a.fromTime < b.fromTime ? -1 : 1));
  for (const [i, span] of sorted.entries()) {
    if (span.toTime <= span.fromTime) throw errors.timesReversed({}, field);
    const next = sorted[i + 1];
    if (next && next.weekday === span.weekday && next.fromTime < span.toTime) throw errors.timesOverlap({ weekday: span.weekday }, field);
  }
}
