import { consentPurposes, type ConsentPurpose, type ConsentText } from "../judge-safety/consent-texts.js";
import { holdsText, type ConsentFact } from "../judge-safety/has-consent.js";

export const answerWords = ["yes", "no", "none"] as const;
/** What one guardian said last about a purpose for everything: yes, no, or nothing that holds today. */
export type Answered = (typeof answerWords)[number];

/** What one guardian said of each purpose, whatever the others say; for one activity alone is not among it. `said` is of that guardian, oldest first. O(said). */
export function ownAnswers(
  said: readonly ConsentFact[],
  { today, now }: { readonly today: string; readonly now: string },
  texts: readonly ConsentText[],
): Readonly<Record<ConsentPurpose, Answered>> {
  const lastOf = (purpose: ConsentPurpose): Answered => {
    const last = said.findLast((fact) => fact.purpose === purpose && fact.programmeId === null && fact.givenAt <= now);
    if (!last) return "none";
    if (last.answer === "no" || (last.withdrawnAt !== null && last.withdrawnAt <= now)) return "no";
    const holds = last.fromOn <= today && (last.untilOn === null || today <= last.untilOn) && holdsText(last.textVersion, today, texts);
    return holds ? "yes" : "none";
  };
  return Object.fromEntries(consentPurposes.map((purpose) => [purpose, lastOf(purpose)])) as Record<ConsentPurpose, Answered>;
}
