import type { Chain } from "./shipped-chains.js";

/** Something that was entered: a step done on a day, or left out with a reason. */
export interface EnteredStep {
  readonly step: string;
  readonly doneOn: string;
  readonly overrideReason: string | null;
}
export type StepState = "done" | "overridden" | "skipped" | "next" | "later";
export interface JudgedStep {
  readonly id: string;
  readonly state: StepState;
  /** The day that counts; null when the step is missing. */
  readonly on: string | null;
  readonly reason: string | null;
}
export interface ChainVerdict {
  readonly steps: readonly JudgedStep[];
  readonly isEffective: boolean;
  readonly isComplete: boolean;
}

/** That a step was left out; or of its entries the earliest that is not before the step ahead of it. */
function findEntry(entered: readonly EnteredStep[], step: string, from: string): EnteredStep | undefined {
  const own = entered.filter((one) => one.step === step);
  const left = own.find(({ overrideReason }) => overrideReason !== null);
  return left ?? own.filter(({ doneOn }) => doneOn >= from).sort((a, b) => (a.doneOn < b.doneOn ? -1 : 1))[0];
}

/** The day before which a step cannot have been done, and the step it is of: the last one ahead that was done, over gaps too. O(steps × entries). */
export function findFloor(
  { steps }: Pick<Chain, "steps">,
  entered: readonly EnteredStep[],
  step: string,
): { readonly id: string; readonly on: string } | undefined {
  let floor: { readonly id: string; readonly on: string } | undefined;
  const at = steps.findIndex(({ id }) => id === step);
  for (const { id } of steps.slice(0, at)) {
    const entry = findEntry(entered, id, floor?.on ?? "");
    if (entry?.overrideReason === null) floor = { id, on: entry.doneOn };
  }
  return floor;
}

/** Does a step after this one stand on it: was it done, and not before it? O(entries²). */
export function isStoodOn({ steps }: Pick<Chain, "steps">, entered: readonly EnteredStep[], step: string): boolean {
  const later = new Set(steps.slice(steps.findIndex(({ id }) => id === step) + 1).map(({ id }) => id));
  const own = entered.filter((one) => one.step === step);
  return entered.some((one) => later.has(one.step) && one.overrideReason === null && own.some(({ doneOn }) => doneOn <= one.doneOn));
}

/**
 * How far a matter is. A step counts only when it was not done before the one ahead of it: a review after the decision heals nothing until the decision
 * is made again, or the gap is left out with a reason. While a step is missing, those after it do not count. O(steps × entries).
 */
export function judgeChain({ steps }: Pick<Chain, "steps">, entered: readonly EnteredStep[]): ChainVerdict {
  let from = "";
  let missing: string | undefined;
  const judged = steps.map(({ id }, at): JudgedStep => {
    const entry = missing === undefined ? findEntry(entered, id, from) : undefined;
    if (entry?.overrideReason) return { id, state: "overridden", on: entry.doneOn, reason: entry.overrideReason };
    if (entry) from = entry.doneOn;
    if (entry) return { id, state: "done", on: entry.doneOn, reason: null };
    const isPassedBy = steps.slice(at + 1).some((later) => entered.some(({ step }) => step === later.id));
    const state = isPassedBy ? "skipped" : missing === undefined ? "next" : "later";
    missing ??= id;
    return { id, state, on: null, reason: null };
  });
  const holds = (before: readonly string[]) => steps.every((step, i) => !before.includes(step.before) || judged[i]!.on !== null);
  return { steps: judged, isEffective: holds(["effect"]), isComplete: holds(["effect", "completion"]) };
}
