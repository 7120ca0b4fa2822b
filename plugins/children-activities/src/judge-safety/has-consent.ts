import type { ConsentPurpose, ConsentText } from "./consent-texts.js";

/** What one guardian said about one purpose. */
export interface ConsentFact {
  readonly guardianId: string;
  readonly purpose: ConsentPurpose;
  readonly answer: "yes" | "no";
  readonly textVersion: string;
  /** The programme it is about; null: all. */
  readonly programmeId: string | null;
  /** Its first and last day; no last day: until it is taken back. */
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly givenAt: string;
  readonly withdrawnAt: string | null;
}
export interface ConsentQuestion {
  readonly purpose: ConsentPurpose;
  readonly programmeId: string;
  readonly on: string;
  /** The instant of asking; what was said later is not known yet. */
  readonly now: string;
}

/** May what was signed in a wording be relied on that day? */
export const holdsText = (version: string, on: string, texts: readonly ConsentText[]): boolean =>
  texts.some((text) => text.version === version && text.fromOn <= on && (text.untilOn === null || on <= text.untilOn));

/**
 * Is there consent for this purpose, activity and day? The last thing each guardian said counts: one who said no, or took a yes back, is an objection
 * that another guardian's yes does not lift. O(facts).
 */
export function hasConsent(facts: readonly ConsentFact[], { purpose, programmeId, on, now }: ConsentQuestion, texts: readonly ConsentText[]): boolean {
  const last = new Map<string, ConsentFact>();
  for (const fact of facts) {
    const isAsked = fact.purpose === purpose && (fact.programmeId === null || fact.programmeId === programmeId) && fact.givenAt <= now;
    const before = last.get(fact.guardianId);
    if (isAsked && (!before || before.givenAt <= fact.givenAt)) last.set(fact.guardianId, fact);
  }
  const said = [...last.values()];
  const objects = ({ answer, withdrawnAt }: ConsentFact): boolean => answer === "no" || (withdrawnAt !== null && withdrawnAt <= now);
  const agrees = ({ fromOn, untilOn, textVersion }: ConsentFact): boolean =>
    fromOn <= on && (untilOn === null || on <= untilOn) && holdsText(textVersion, on, texts);
  return !said.some(objects) && said.some(agrees);
}
