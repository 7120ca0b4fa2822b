import { Temporal } from "temporal-polyfill";
import type { CommitmentState, TrafficLight } from "../commitments.js";
import { openStates } from "../keep-state/commitment-state.js";

const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;
/** The calendar day `days` after (before, when negative) a day. */
export const shiftDay = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/**
 * The first day on which four fifths of the time are used: elapsed × 5 ≥ total × 4 in whole days, so no rounding decides. The day it
 * began when it is due that day or earlier.
 */
export function findSoonOn(startedOn: string, dueOn: string): string {
  const total = Math.max(0, daysBetween(startedOn, dueOn));
  return shiftDay(startedOn, Math.ceil((total * 4) / 5));
}

export interface Timed {
  readonly state: CommitmentState;
  readonly soonOn: string;
  readonly dueOn: string;
  readonly isOnHold: boolean;
}

/** How a commitment stands today. The due day itself still belongs to its time; what is reported waits for its check and is never late. O(1). */
export function chooseLight({ state, soonOn, dueOn, isOnHold }: Timed, today: string): TrafficLight {
  if (state === "closed") return "done";
  if (isOnHold) return "hold";
  if (!openStates.includes(state)) return state === "submitted" || state === "verified" ? "check" : "gap";
  if (today > dueOn) return "late";
  if (today >= soonOn) return "soon";
  return state === "in_progress" || state === "reopened" ? "track" : "todo";
}
