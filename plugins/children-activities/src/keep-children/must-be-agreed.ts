import { errors } from "../errors.js";
import { consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import { consentsOf } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";

/** Nothing more is written about a child whose guardian took the consent to its data back. Throws consentMissing. */
export async function mustBeAgreed({ db, clock }: ActivitiesContext, childId: string): Promise<void> {
  const said = (await consentsOf(db, [childId])) as unknown as ConsentFact[];
  if (!hasConsent(said, { purpose: "data", programmeId: "", on: clock.today(), now: clock.now() }, consentTexts))
    throw errors.consentMissing({ day: clock.today() });
}
