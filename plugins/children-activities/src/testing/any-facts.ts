import fc from "fast-check";
import { ageBands } from "../judge-safety/age-bands.js";
import { consentPurposes } from "../judge-safety/consent-texts.js";
import type { SafetyFacts } from "../judge-safety/judge-session.js";
import { ratioModes, ratioPacks } from "../judge-safety/ratio-packs.js";

const day = fc.integer({ min: 10, max: 18 }).map((n) => `2027-07-${n}`);
const orNever = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 2 });
export const anyInstant = fc
  .integer({ min: 0, max: 9 * 24 * 60 - 1 })
  .map((minutes) => new Date(Date.parse("2027-07-09T16:00:00Z") + minutes * 60_000).toISOString());
const words = { data: "", participation: "", photo: "", health: "" };

const anyConsent = fc.record({
  guardianId: fc.constantFrom("mother", "father"),
  purpose: fc.constantFrom(...consentPurposes),
  answer: fc.constantFrom("yes" as const, "yes" as const, "yes" as const, "no" as const),
  textVersion: fc.constantFrom("1", "1", "2", "lost"),
  programmeId: fc.constantFrom(null, null, "p", "other"),
  fromOn: fc.constantFrom("2027-07-01", "2027-07-01", "2027-07-13"),
  untilOn: orNever(day),
  givenAt: anyInstant,
  withdrawnAt: fc.option(anyInstant, { nil: null, freq: 1 }),
});
/** A child whose guardian mostly agreed long ago, so that safe sessions are among the drawn ones. */
const anyChild = fc.record({
  id: fc.uuid(),
  band: fc.constantFrom(...ageBands),
  isGirl: fc.boolean(),
  wearsPhotoBadge: fc.boolean(),
  consents: fc.tuple(fc.array(anyConsent, { maxLength: 3 }), fc.nat(9)).map(([some, draw]) =>
    draw > 0
      ? [
          ...consentPurposes.map((purpose) => ({
            ...{ guardianId: "mother", purpose, answer: "yes" as const, textVersion: "1", programmeId: null },
            ...{ fromOn: "2027-07-01", untilOn: null, givenAt: "2027-07-01T00:00:00.000Z", withdrawnAt: null },
          })),
          ...(draw > 7 ? some.slice(0, 1) : []),
        ]
      : some,
  ),
});
const anyCheck = fc.record({
  scope: fc.constantFrom("children" as const, "children" as const, "other" as const),
  checkedOn: fc.constantFrom("2026-08-01", "2027-01-01", "2027-07-12"),
  untilOn: day,
  verdict: fc.constantFrom("clear" as const, "clear" as const, "not_clear" as const),
  revokedAt: fc.option(anyInstant, { nil: null, freq: 1 }),
});
const soundCheck = { scope: "children" as const, checkedOn: "2027-06-01", untilOn: "2028-05-31", verdict: "clear" as const, revokedAt: null };
const anyAdult = fc.record({
  id: fc.uuid(),
  isWoman: fc.boolean(),
  familyGroup: fc.constantFrom(null, null, "a", "b"),
  firstAidUntil: fc.oneof(orNever(day), fc.constant("2028-01-01")),
  checks: fc.oneof({ weight: 1, arbitrary: fc.array(anyCheck, { maxLength: 3 }) }, { weight: 3, arbitrary: fc.constant([soundCheck]) }),
});

/** Any session: up to 24 children, up to six adults, some expiring, some withdrawn. */
export const anyFacts: fc.Arbitrary<SafetyFacts> = fc
  .record({
    programmeId: fc.constant("p"),
    who: fc.constantFrom("listed" as const, "there" as const),
    policy: fc.record({ pack: fc.constantFrom(...ratioPacks), mode: fc.constantFrom(...ratioModes), isStricter: fc.boolean() }),
    children: fc.uniqueArray(anyChild, { maxLength: 24, selector: ({ id }) => id }),
    expected: fc.option(fc.record({ "6_8": fc.nat(15), "9_12": fc.nat(15), "13_15": fc.nat(15) }), { nil: undefined }),
    adults: fc.uniqueArray(anyAdult, { maxLength: 6, selector: ({ id }) => id }),
    texts: fc.constantFrom(
      [{ version: "1", fromOn: "2026-01-01", untilOn: null, citation: "", words }],
      [
        { version: "1", fromOn: "2026-01-01", untilOn: "2027-07-13", citation: "", words },
        { version: "2", fromOn: "2027-07-12", untilOn: null, citation: "", words },
      ],
    ),
  })
  .map(({ expected, ...facts }) => ({ ...facts, ...(expected && { expected }) }));
