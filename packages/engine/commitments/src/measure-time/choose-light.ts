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

/** A light that does not depend on the day. */
export type Phase = Exclude<TrafficLight, "late" | "soon">;

/** How a part stands, whatever the day: by the state of the promise that holds it (null when none does), and whether it rests. O(1). */
export function choosePhase(state: CommitmentState | null, isOnHold: boolean): Phase {
  if (state === "closed") return "done";
  if (isOnHold) return "hold";
  if (state === null) return "gap";
  if (!openStates.includes(state)) return state === "submitted" || state === "verified" ? "check" : "gap";
  return state === "in_progress" || state === "reopened" ? "track" : "todo";
}

export interface Dated {
  readonly phase: Phase;
  readonly soonOn: string | null;
  readonly dueOn: string | null;
}

/** The light of a phase on a day. The due day itself still belongs to its time. O(1). */
export function lightOn({ phase, soonOn, dueOn }: Dated, today: string): TrafficLight {
  if ((phase !== "todo" && phase !== "track") || dueOn === null || soonOn === null) return phase;
  return today > dueOn ? "late" : today >= soonOn ? "soon" : phase;
}

export interface Timed {
  readonly state: CommitmentState;
  readonly soonOn: string;
  readonly dueOn: string;
  readonly isOnHold: boolean;
}

/** How a commitment stands today; what is reported waits for its check and is never late. O(1). */
export const chooseLight = ({ state, soonOn, dueOn, isOnHold }: Timed, today: string): TrafficLight =>
  lightOn({ phase: choosePhase(state, isOnHold), soonOn, dueOn }, today);
