import { consentTexts } from "../judge-safety/consent-texts.js";
import { groupBy } from "../group-by.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import type { EndedBy } from "../keep-children/erase-child.js";
import type { ActivitiesContext } from "../plugin.js";
import { ownAnswers } from "./own-answers.js";

/** May data of a child be kept today, by what its guardians said? O(consents). */
export const agreesToData = (said: readonly ConsentFact[], clock: ActivitiesContext["clock"]): boolean =>
  hasConsent(said, { purpose: "data", programmeId: "", on: clock.today(), now: clock.now() }, consentTexts);

/** By whose word data nobody agrees to keep any more end: a guardian's who said no, or nobody's, when a yes ran out. `said`: oldest first. O(consents). */
export function whoEnds(said: readonly ConsentFact[], clock: ActivitiesContext["clock"]): EndedBy {
  const question = { today: clock.today(), now: clock.now() };
  const own = [...groupBy(said, ({ guardianId }) => guardianId).values()].map((one) => ownAnswers(one, question, consentTexts).data);
  return own.includes("no") ? "guardian" : "house";
}
