import { errors } from "../errors.js";
import { consentPurposes, consentTexts, type ConsentPurpose } from "../judge-safety/consent-texts.js";
import type { ActivitiesContext } from "../plugin.js";
import { isDay } from "../tell-time/tell-time.js";

/** What a guardian signed on a sheet: yes or no to each purpose, in which wording, on which day. */
export interface Signed {
  readonly consents: Readonly<Record<ConsentPurpose, boolean>>;
  readonly textVersion: string;
  readonly givenOn: string;
  readonly via: "paper" | "import";
}

/** The wordings in which a sheet written down today may have been signed, newest first. */
export const signableTexts = ({ clock }: Pick<ActivitiesContext, "clock">) =>
  consentTexts
    .filter(({ fromOn, untilOn }) => fromOn <= clock.today() && (untilOn === null || clock.today() <= untilOn))
    .map(({ version, fromOn, untilOn }) => ({ version, fromOn, untilOn }))
    .sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));

/** A sheet was signed on a day that is not ahead, in a wording that was in use then and holds today. Throws dayInvalid, dayAhead, textUnknown. */
export function mustBeSigned({ textVersion, givenOn }: Pick<Signed, "textVersion" | "givenOn">, today: string): void {
  if (!isDay(givenOn)) throw errors.dayInvalid({ value: givenOn }, "body.givenOn");
  if (givenOn > today) throw errors.dayAhead({ value: givenOn }, "body.givenOn");
  const text = consentTexts.find(({ version }) => version === textVersion);
  if (!text || givenOn < text.fromOn || (text.untilOn !== null && today > text.untilOn)) throw errors.textUnknown({ version: textVersion }, "body.textVersion");
}

/** A guardian's yes to keeping the data comes first, for every child and every way in. Throws consentNeeded, textUnknown, dayInvalid, dayAhead, healthNeedsConsent. */
export function mustConsent(said: Signed, today: string, health?: string): void {
  const { consents } = said;
  if (!consents.data) throw errors.consentNeeded({}, "body.consents.data");
  mustBeSigned(said, today);
  if (health?.trim() && !consents.health) throw errors.healthNeedsConsent({}, "body.health");
}

/** Writes what a guardian signed, a row for each purpose; gives their ids. */
export async function writeAnswers(
  { db, newId, clock, actor }: ActivitiesContext,
  childId: string,
  guardianId: string,
  said: Signed,
): Promise<Readonly<Record<ConsentPurpose, string>>> {
  const rows = consentPurposes.map((purpose) => ({
    ...{ id: newId(), childId, guardianId, purpose, answer: said.consents[purpose] ? "yes" : "no", textVersion: said.textVersion },
    ...{
      programmeId: null,
      fromOn: said.givenOn,
      untilOn: null,
      via: said.via,
      givenAt: clock.now(),
      enteredById: actor.personId,
      withdrawnAt: null,
      withdrawnBy: null,
      endedAt: null,
    },
  }));
  await db.insertInto("children_activities_consent").values(rows).execute();
  return Object.fromEntries(rows.map(({ purpose, id }) => [purpose, id])) as Record<ConsentPurpose, string>;
}
