import { minutesBetween } from "../tell-time/tell-time.js";

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/**
 * Whole minutes actually served within the planned time; who did not sign in or out is taken to have come at the start or left at the end. Instants in
 * UTC; never below nothing.
 */
export function countMinutes(
  plan: { readonly startsAt: string; readonly endsAt: string },
  came: { readonly arrivedAt: string | null; readonly leftAt: string | null },
): number {
  const from = later(plan.startsAt, came.arrivedAt ?? plan.startsAt);
  const to = earlier(plan.endsAt, came.leftAt ?? plan.endsAt);
  return Math.max(0, minutesBetween(from, to));
}
