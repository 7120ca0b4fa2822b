/** When nobody answers: two calls half an hour apart, a neighbour, the family, the grid worker at the door, and help. */
export const steps = ["call", "call_again", "neighbour", "family", "grid", "emergency"] as const;
export type Step = (typeof steps)[number];
export const results = ["answered", "nobody", "on_the_way"] as const;
export type Result = (typeof results)[number];

export interface StepTaken {
  readonly step: Step;
  /** UTC. */
  readonly at: string;
  readonly result: Result;
}
/** Minutes between the two calls: dated practice of the emergency protocol, domain 4.2. */
export const minutesBetweenCalls = 30;

export type Verdict =
  { readonly isAllowed: true } | { readonly isAllowed: false; readonly code: "tooSoon" | "notYet"; readonly minutes?: number; readonly missing?: Step };

/** May this step be taken now? Help may be called at any moment; the rest goes in order, the second call half an hour after the first. */
export function judgeStep(taken: readonly StepTaken[], step: Step, at: string): Verdict {
  if (step === "emergency") return { isAllowed: true };
  const done = new Set(taken.map((one) => one.step));
  const missing = steps.slice(0, steps.indexOf(step)).find((one) => !done.has(one));
  if (missing !== undefined) return { isAllowed: false, code: "notYet", missing };
  if (step !== "call_again") return { isAllowed: true };
  const since = Math.floor((Date.parse(at) - Date.parse(taken.find((one) => one.step === "call")!.at)) / 60_000);
  return since >= minutesBetweenCalls ? { isAllowed: true } : { isAllowed: false, code: "tooSoon", minutes: minutesBetweenCalls - since };
}

/** What comes next and from when on; undefined once help was called. */
export function nextStep(taken: readonly StepTaken[]): { readonly step: Step; readonly notBefore: string | null } | undefined {
  const done = new Set(taken.map((one) => one.step));
  const step = steps.find((one) => !done.has(one));
  if (step === undefined || done.has("emergency")) return undefined;
  const call = taken.find((one) => one.step === "call");
  const notBefore = step === "call_again" && call ? new Date(Date.parse(call.at) + minutesBetweenCalls * 60_000).toISOString() : null;
  return { step, notBefore };
}
