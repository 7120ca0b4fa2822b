import { shiftDay } from "../measure-time/choose-light.js";
import type { Ladder, LadderStep } from "./ladder.js";

/** A step to come and the earliest day for it. */
export interface Pending {
  readonly step: string;
  readonly on: string;
}
export interface StepDone {
  readonly step: LadderStep;
  /** "late": the due day was over before this word of its coming could go out; it says so. */
  readonly outcome: "sent" | "late";
}
/** The earliest day a step can fall on, whatever is worked; exact for steps before the due day. */
const earliest = ({ when, count }: LadderStep, dueOn: string): string => shiftDay(dueOn, when === "days_before" ? -count : count);

const pendingOf = (step: LadderStep | undefined, dueOn: string): Pending | null => (step ? { step: step.id, on: earliest(step, dueOn) } : null);

/** The first step of a promise: none whose day was over when it was made, as its owner has only just promised. */
export const planFirstStep = ({ steps }: Ladder, startedOn: string, dueOn: string): Pending | null =>
  pendingOf(
    steps.find((step) => step.when === "working_days_after" || earliest(step, dueOn) > startedOn),
    dueOn,
  );

export interface Climb {
  readonly ladder: Ladder;
  readonly pending: Pending | null;
  readonly dueOn: string;
  readonly today: string;
  /** Working days past due, those on which the owner was blocked left out; undefined in a year nobody loaded. */
  readonly daysLate: number | undefined;
  /** Is today worked? Undefined in a year nobody loaded. */
  readonly isWorked: boolean | undefined;
}

/** Is it this step's turn? Steps after the due day go out on working days only; undefined where those are not known. */
function isDue(step: LadderStep, { dueOn, today, daysLate, isWorked }: Climb): boolean | undefined {
  if (step.when === "days_before") return today >= earliest(step, dueOn);
  if (today < earliest(step, dueOn)) return false;
  return daysLate === undefined || isWorked === undefined ? undefined : isWorked && daysLate >= step.count;
}

/**
 * Where the climb goes on. A pending step the ladder does not have, as the community changed its ladder meanwhile, is taken up by the last step whose time may
 * have come when that one's was waited for, or the first: nothing after it is left out. -1 where the ladder has nothing left to say.
 */
function findPending({ steps }: Ladder, { step, on }: Pending, dueOn: string): number {
  const same = steps.findIndex(({ id }) => id === step);
  if (same >= 0) return same;
  const from = on > dueOn ? steps.findIndex(({ when }) => when === "working_days_after") : 0;
  return Math.max(
    from,
    steps.findLastIndex((one) => earliest(one, dueOn) <= on),
  );
}

/**
 * What is to be done today and what stays to come. However many days were missed, each step is done once and in order. A step that is not due
 * is looked at again tomorrow at the earliest; `isUnknown` when only a year's holidays are missing to decide. O(steps).
 */
export function planSteps(climb: Climb): {
  readonly done: readonly StepDone[];
  readonly next: Pending | null;
  readonly isUnknown: boolean;
} {
  const { ladder, pending, dueOn, today } = climb;
  const done: StepDone[] = [];
  const from = pending ? findPending(ladder, pending, dueOn) : -1;
  if (!pending || from < 0) return { done, next: null, isUnknown: false };
  for (const step of ladder.steps.slice(from)) {
    const due = isDue(step, climb);
    const on = earliest(step, dueOn);
    if (due === undefined) return { done, next: { step: step.id, on }, isUnknown: true };
    if (!due) return { done, next: { step: step.id, on: on > today ? on : shiftDay(today, 1) }, isUnknown: false };
    done.push({ step, outcome: step.when === "days_before" && today > dueOn ? "late" : "sent" });
  }
  return { done, next: null, isUnknown: false };
}
