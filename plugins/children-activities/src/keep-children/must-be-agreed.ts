import { errors } from "../errors.js";
import type { ConsentFact } from "../judge-safety/has-consent.js";
import { agreesToData } from "../keep-consents/agrees-to-data.js";
import { consentsOf } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";

/** Nothing more is written about a child whose guardian took the consent to its data back. Throws consentMissing. */
export async function mustBeAgreed({ db, clock }: ActivitiesContext, childId: string): Promise<void> {
  const said = (await consentsOf(db, [childId])) as unknown as ConsentFact[];
  if (!agreesToData(said, clock)) throw errors.consentMissing({ day: clock.today() });
}
