import fc from "fast-check";
import { expect, test } from "vitest";
import { anyFacts, anyInstant } from "../testing/any-facts.js";
import { bruteForce } from "../testing/brute-force.js";
import { consentTexts } from "./consent-texts.js";
import { alarmsAt, foresee } from "./foresee.js";
import type { ConsentFact } from "./has-consent.js";
import { judgeSession, type AdultFact, type ChildFact, type SafetyFacts } from "./judge-session.js";
import { ratioPacks, type RatioPack } from "./ratio-packs.js";

const numRuns = process.env.LIANXIN_FULL ? 20_000 : 1_500;
const seed = 20270712;
const [flat] = ratioPacks as [RatioPack, RatioPack];
const moment = { now: "2027-07-12T01:00:00.000Z", on: "2027-07-12" };
const thirty = { "6_8": 11, "9_12": 13, "13_15": 6 };
const policy = (pack: RatioPack, mode: "pooled" | "per_band", isStricter = false) => ({ pack, mode, isStricter });

const check = { scope: "children", checkedOn: "2026-10-01", untilOn: "2027-09-30", verdict: "clear", revokedAt: null } as const;
const adult = (id: string, more: Partial<AdultFact> = {}): AdultFact => ({
  id,
  isWoman: true,
  familyGroup: null,
  firstAidUntil: "2028-01-01",
  checks: [check],
  ...more,
});
const said = (purpose: ConsentFact["purpose"], more: Partial<ConsentFact> = {}): ConsentFact => ({
  ...{ guardianId: "mother", purpose, answer: "yes", textVersion: "2026-1", programmeId: null, fromOn: "2027-07-01", untilOn: null },
  ...{ givenAt: "2027-07-01T00:00:00.000Z", withdrawnAt: null },
  ...more,
});
const child = (id: string, consents = [said("data"), said("participation")], more: Partial<ChildFact> = {}): ChildFact => ({
  ...{ id, band: "6_8", isGirl: false, wearsPhotoBadge: false, consents },
  ...more,
});
const facts = (more: Partial<SafetyFacts> = {}): SafetyFacts => ({
  ...{
    who: "there",
    programmeId: "p",
    policy: policy(flat, "pooled"),
    children: [child("xiaoyu")],
    adults: [adult("luo"), adult("wang")],
    texts: consentTexts,
  },
  ...more,
});
const broken = (more: Partial<SafetyFacts>) => judgeSession(facts(more), moment).violations.map(({ code, about }) => (about ? `${code} ${about}` : code));
const told = ({ violations }: { violations: readonly { code: string; about: string | null }[] }) =>
  violations.map(({ code, about }) => `${code} ${about}`).sort();
const nextDays = (on: string) =>
  Array.from({ length: 12 }, (_, i) => new Date(Date.parse(on) + (i + 1) * 86_400_000).toISOString().slice(0, 10)).map((day) => ({
    on: day,
    now: new Date(Date.parse(`${day}T00:00:00+08:00`)).toISOString(),
  }));
const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

test("two vetted, unrelated adults with a first-aider and a consenting child are safe", () => {
  expect(judgeSession(facts(), moment)).toMatchObject({ isSafe: true, violations: [], adults: 2, children: 1, noPhotos: ["xiaoyu"] });
});

test.each<[string, Partial<SafetyFacts>, string[]]>([
  ["one adult alone", { adults: [adult("luo")] }, ["tooFewAdults"]],
  ["nobody at all", { adults: [] }, ["tooFewAdults", "noFirstAider"]],
  ["two of one family", { adults: [adult("luo", { familyGroup: "罗" }), adult("luo2", { familyGroup: "罗" })] }, ["twoUnrelated"]],
  ["an adult without a check", { adults: [adult("luo"), adult("wang"), adult("li", { checks: [] })] }, ["notVetted li"]],
  [
    "an adult whose check ended yesterday",
    { adults: [adult("luo"), adult("wang"), adult("li", { checks: [{ ...check, untilOn: "2027-07-11" }] })] },
    ["notVetted li"],
  ],
  ["an adult checked for other work", { adults: [adult("luo"), adult("wang"), adult("li", { checks: [{ ...check, scope: "other" }] })] }, ["notVetted li"]],
  [
    "a check that was not clear",
    { adults: [adult("luo"), adult("wang"), adult("li", { checks: [check, { ...check, checkedOn: "2027-07-01", verdict: "not_clear" }] })] },
    ["notVetted li"],
  ],
  ["nobody who knows first aid", { adults: [adult("luo", { firstAidUntil: null }), adult("wang", { firstAidUntil: "2027-07-11" })] }, ["noFirstAider"]],
  [
    "girls and no woman",
    { children: [child("a", undefined, { isGirl: true })], adults: [adult("luo", { isWoman: false }), adult("wang", { isWoman: false })] },
    ["noWoman"],
  ],
  ["no consent at all", { children: [child("a", [])] }, ["noDataConsent a", "noPartConsent a"]],
  ["consent for another activity", { children: [child("a", [said("data"), said("participation", { programmeId: "q" })])] }, ["noPartConsent a"]],
  ["consent that ended yesterday", { children: [child("a", [said("data"), said("participation", { untilOn: "2027-07-11" })])] }, ["noPartConsent a"]],
  ["consent to a text nobody knows", { children: [child("a", [said("data", { textVersion: "1999" }), said("participation")])] }, ["noDataConsent a"]],
  [
    "the other parent's no",
    { children: [child("a", [said("data"), said("participation"), said("participation", { guardianId: "father", answer: "no" })])] },
    ["noPartConsent a"],
  ],
  ["consent taken back this minute", { children: [child("a", [said("data"), said("participation", { withdrawnAt: moment.now })])] }, ["noPartConsent a"]],
  ["a photo badge without a photo consent", { children: [child("a", undefined, { wearsPhotoBadge: true })] }, ["photoBadge a"]],
  ["25 children for three adults", { adults: [adult("a"), adult("b"), adult("c")], expected: { "6_8": 25, "9_12": 0, "13_15": 0 } }, ["tooFewAdults"]],
])("%s is named", (_, more, codes) => {
  expect(broken(more)).toEqual(codes);
});

test("every violation says what can be done, and too few adults says how many", () => {
  const { violations } = judgeSession(facts({ adults: [adult("luo"), adult("wang"), adult("li")], expected: thirty }), moment);

  expect(violations).toEqual([
    {
      code: "tooFewAdults",
      about: null,
      params: { who: "there", adults: 3, children: 30, needed: 4, short: 1 },
      remedies: ["askStandIn", "fewerPlaces", "changeMode"],
    },
  ]);
  fc.assert(
    fc.property(anyFacts, (any) => judgeSession(any, moment).violations.every(({ remedies }) => remedies.length > 0)),
    { seed, numRuns: 200 },
  );
});

test("the verdict equals the brute-force one for any session and moment", () => {
  let [safe, unsafe] = [0, 0];
  fc.assert(
    fc.property(anyFacts, anyInstant, (any, now) => {
      const at = { now, on: dayOf(now) };
      const verdict = judgeSession(any, at);
      verdict.isSafe ? safe++ : unsafe++;
      expect(told(verdict)).toEqual(bruteForce(any, at));
    }),
    { seed, numRuns },
  );
  expect(Math.min(safe, unsafe)).toBeGreaterThan(numRuns / 30);
});

test("what was foreseen at one moment is what holds at every later one while nobody comes or goes", () => {
  fc.assert(
    fc.property(anyFacts, anyInstant, anyInstant, (any, one, other) => {
      const [from, later] = [one, other].sort() as [string, string];
      const known = any.children.map((c) => ({
        ...c,
        consents: c.consents.filter(({ givenAt }) => givenAt <= from).map((s) => ((s.withdrawnAt ?? "") > from ? { ...s, withdrawnAt: null } : s)),
      }));
      const standing = {
        ...any,
        children: known,
        adults: any.adults.map((a) => ({ ...a, checks: a.checks.map((c) => ((c.revokedAt ?? "") > from ? { ...c, revokedAt: null } : c)) })),
      };
      const outlook = foresee(standing, { now: from, on: dayOf(from) }, nextDays(dayOf(from)));

      expect(told({ violations: alarmsAt(outlook, later) })).toEqual(bruteForce(standing, { now: later, on: dayOf(later) }));
    }),
    { seed, numRuns: Math.floor(numRuns / 3) },
  );
});
