import { minutesBetween } from "../tell-time/tell-time.js";
import type { Served } from "./free-minutes.js";

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

interface Plan {
  readonly startsAt: string;
  readonly endsAt: string;
}
interface Came {
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}

/**
 * Whole minutes actually served within the planned time; who did not sign in or out is taken to have come at the start or left at the end. Instants in
 * UTC; never below nothing.
 */
export function countMinutes(plan: Plan, came: Came): number {
  const { from, to } = stretchOf(plan, came);
  return Math.max(0, minutesBetween(from, to));
}

const stretchOf = (plan: Plan, came: Came) => ({
  from: later(plan.startsAt, came.arrivedAt ?? plan.startsAt),
  to: earlier(plan.endsAt, came.leftAt ?? plan.endsAt),
});

/** When so many minutes were served: while they were there, or, where a correction gave more than that, somewhere in the planned time. */
export const whenServed = (plan: Plan, came: Came, minutes: number): Served =>
  minutes <= countMinutes(plan, came) ? { ...stretchOf(plan, came), minutes } : { from: plan.startsAt, to: plan.endsAt, minutes };
