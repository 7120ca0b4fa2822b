import { shiftDay } from "../measure-time/choose-light.js";

/** The steps of reminding an owner, in their order: some days before the due day, and once it is over. */
export const steps = ["before_due", "overdue"] as const;
export type Step = (typeof steps)[number];

/** Calendar days between the first reminder and the due day. */
export const daysBeforeDue = 4;

/** A step to come and the earliest day for it. */
export interface Pending {
  readonly step: Step;
  readonly on: string;
}
export interface StepDone {
  readonly step: Step;
  /** "overtaken": the due day passed before it could go out, so the later step speaks for it. */
  readonly outcome: "sent" | "overtaken";
}

const overdueStep = (dueOn: string): Pending => ({ step: "overdue", on: shiftDay(dueOn, 1) });

/** The first step of a promise: none before the due day when it was made within those days, as they have only just promised. */
export function planFirstStep(startedOn: string, dueOn: string): Pending {
  const on = shiftDay(dueOn, -daysBeforeDue);
  return on > startedOn ? { step: "before_due", on } : overdueStep(dueOn);
}

/**
 * What is to be done today and what stays to come. However many days were missed, each step is done once and in order; an overdue
 * reminder waits for a working day, which only it asks for. O(steps).
 */
export function planSteps(
  pending: Pending | null,
  dueOn: string,
  today: string,
  isWorkingDay: boolean,
): { readonly done: readonly StepDone[]; readonly next: Pending | null } {
  if (!pending || today < pending.on) return { done: [], next: pending };
  if (pending.step === "overdue") return isWorkingDay ? { done: [{ step: "overdue", outcome: "sent" }], next: null } : { done: [], next: pending };
  const rest = planSteps(overdueStep(dueOn), dueOn, today, isWorkingDay);
  return { done: [{ step: "before_due", outcome: today > dueOn ? "overtaken" : "sent" }, ...rest.done], next: rest.next };
}
