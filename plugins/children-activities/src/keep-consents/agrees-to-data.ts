import { consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import type { ActivitiesContext } from "../plugin.js";

/** May data of a child be kept today, by what its guardians said? O(consents). */
export const agreesToData = (said: readonly ConsentFact[], clock: ActivitiesContext["clock"]): boolean =>
  hasConsent(said, { purpose: "data", programmeId: "", on: clock.today(), now: clock.now() }, consentTexts);
