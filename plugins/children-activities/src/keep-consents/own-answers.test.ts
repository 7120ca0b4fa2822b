import fc from "fast-check";
import { expect, test } from "vitest";
import { consentPurposes, consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import { ownAnswers } from "./own-answers.js";

const [today, now] = ["2027-07-05", "2027-07-05T04:00:00.000Z"];
const instant = (n: number): string => `2027-07-0${n}T01:00:00.000Z`;
const anyFact: fc.Arbitrary<ConsentFact> = fc
  .record({
    ...{ guardianId: fc.constantFrom("mother", "father"), purpose: fc.constantFrom(...consentPurposes), answer: fc.constantFrom("yes", "yes", "no") },
    ...{ textVersion: fc.constantFrom("2026-1", "2026-1", "gone"), fromOn: fc.constantFrom("2027-07-01", "2027-07-09") },
    ...{
      untilOn: fc.constantFrom(null, null, "2027-07-04", "2027-07-20"),
      given: fc.integer({ min: 1, max: 8 }),
      withdrawn: fc.option(fc.integer({ min: 1, max: 8 })),
    },
  })
  .map(({ given, withdrawn, ...fact }) => ({
    ...(fact as Omit<ConsentFact, "givenAt" | "withdrawnAt" | "programmeId">),
    ...{ programmeId: null, givenAt: instant(given), withdrawnAt: withdrawn === null ? null : instant(withdrawn) },
  }));
const anySaid = fc.array(anyFact, { maxLength: 12 }).map((facts) => facts.sort((a, b) => (a.givenAt < b.givenAt ? -1 : 1)));

test("there is consent exactly when one guardian at least says yes and none says no, whatever was said in whatever order", () => {
  fc.assert(
    fc.property(anySaid, (said) => {
      const own = ["mother", "father"].map((id) =>
        ownAnswers(
          said.filter(({ guardianId }) => guardianId === id),
          { today, now },
          consentTexts,
        ),
      );
      for (const purpose of consentPurposes) {
        const words = own.map((answers) => answers[purpose]);
        expect(hasConsent(said, { purpose, programmeId: "", on: today, now }, consentTexts)).toBe(words.includes("yes") && !words.includes("no"));
      }
    }),
    { seed: 8 },
  );
});

test("what is said of one activity alone is not the answer for everything", () => {
  const fact: ConsentFact = {
    ...{ guardianId: "mother", purpose: "photo", answer: "yes", textVersion: "2026-1", programmeId: "p" },
    ...{ fromOn: "2027-07-01", untilOn: null, givenAt: instant(1), withdrawnAt: null },
  };

  expect(ownAnswers([fact], { today, now }, consentTexts).photo).toBe("none");
});
