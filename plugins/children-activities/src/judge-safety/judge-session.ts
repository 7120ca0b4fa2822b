import { ageBands, type AgeBand } from "./age-bands.js";
import type { ConsentText } from "./consent-texts.js";
import { countAdults, countBands, leastAdults, type AdultsNeeded, type Counts, type RatioPolicy } from "./count-adults.js";
import { hasConsent, type ConsentFact } from "./has-consent.js";
import { vettingOn, type CheckFact } from "./is-vetted.js";

export interface ChildFact {
  readonly id: string;
  readonly band: AgeBand;
  readonly isGirl: boolean;
  /** The badge they wear says that they may be photographed. */
  readonly wearsPhotoBadge: boolean;
  readonly consents: readonly ConsentFact[];
}
export interface AdultFact {
  readonly id: string;
  readonly isWoman: boolean;
  /** Two adults of one group are relatives; null: nobody's relative here. */
  readonly familyGroup: string | null;
  /** The last day of the first-aid certificate. */
  readonly firstAidUntil: string | null;
  readonly checks: readonly CheckFact[];
}
export type Who = "listed" | "there";
/** Who is there (or planned to be), and what holds there. */
export interface SafetyFacts {
  readonly programmeId: string;
  readonly policy: RatioPolicy;
  readonly children: readonly ChildFact[];
  /** How many are expected while the places are not taken; the children themselves count when they are more. */
  readonly expected?: Counts;
  readonly adults: readonly AdultFact[];
  /** Are these adults on the list, or there? The verdict's words say which. */
  readonly who: Who;
  readonly texts: readonly ConsentText[];
}
/** The instant, and the day it is there. */
export interface Moment {
  readonly now: string;
  readonly on: string;
}
export const violationCodes = ["tooFewAdults", "twoUnrelated", "notVetted", "noFirstAider", "noWoman", "noDataConsent", "noPartConsent", "photoBadge"] as const;
export type ViolationCode = (typeof violationCodes)[number];
/** What is wrong; `remedies` are what can be done about it, the texts of both stand in the plugin's messages as `rule.<code>`. */
export interface Violation {
  readonly code: ViolationCode;
  /** The adult or child it is about; null: all. */
  readonly about: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly remedies: readonly Remedy[];
}
/** Every rule a violation breaks: one adult alone is too few and no two unrelated ones either, though it is told once. */
export const codesOf = ({ code, params }: Violation): readonly ViolationCode[] =>
  code === "tooFewAdults" && Number(params.adults) < leastAdults ? [code, "twoUnrelated"] : [code];
export type Remedy =
  "askStandIn" | "fewerPlaces" | "changeMode" | "renewCheck" | "sendAway" | "askFirstAider" | "askWoman" | "askGuardian" | "callGuardian" | "changeBadge";

export interface Verdict {
  readonly isSafe: boolean;
  readonly violations: readonly Violation[];
  readonly ratio: AdultsNeeded;
  /** Vetted adults there. */
  readonly adults: number;
  readonly children: number;
  /** Who may not be photographed. */
  readonly noPhotos: readonly string[];
}

const violation = (code: ViolationCode, about: string | null, remedies: readonly Remedy[], params: Violation["params"] = {}): Violation => ({
  ...{ code, about, remedies, params },
});

function judgeAdults({ adults, who }: SafetyFacts, { on, now }: Moment) {
  const standing = adults.map((adult) => ({ adult, vetting: vettingOn(adult.checks, on, now) }));
  const vetted = standing.filter(({ vetting }) => vetting === "vetted").map(({ adult }) => adult);
  const violations = standing.filter(({ vetting }) => vetting !== "vetted").map(({ adult }) => violation("notVetted", adult.id, ["renewCheck", "sendAway"]));
  const groups = new Set(vetted.map(({ id, familyGroup }) => familyGroup ?? ` ${id}`));
  // With fewer than two there are too few, which is said once.
  if (vetted.length >= leastAdults && groups.size < 2) violations.push(violation("twoUnrelated", null, ["askStandIn"], { who, adults: vetted.length }));
  if (!vetted.some(({ firstAidUntil }) => firstAidUntil !== null && on <= firstAidUntil))
    violations.push(violation("noFirstAider", null, ["askFirstAider"], { who }));
  return { vetted, violations };
}

function judgeChild({ programmeId, texts }: SafetyFacts, { consents, id, wearsPhotoBadge }: ChildFact, { on, now }: Moment) {
  const agreed = (purpose: ConsentFact["purpose"]): boolean => hasConsent(consents, { purpose, programmeId, on, now }, texts);
  const mayBePhotographed = agreed("photo");
  const violations = [
    ...(agreed("data") ? [] : [violation("noDataConsent", id, ["askGuardian", "callGuardian"])]),
    ...(agreed("participation") ? [] : [violation("noPartConsent", id, ["askGuardian", "callGuardian"])]),
    ...(wearsPhotoBadge && !mayBePhotographed ? [violation("photoBadge", id, ["changeBadge"])] : []),
  ];
  return { violations, mayBePhotographed };
}

const mostOf = (one: Counts, other: Counts | undefined): Counts =>
  other === undefined ? one : (Object.fromEntries(ageBands.map((band) => [band, Math.max(one[band], other[band])])) as unknown as Counts);

/**
 * Is it safe as it stands? Every rule that is broken is named, with what can be done; only vetted adults count, and each once. Pure; O(children ×
 * consents + adults × checks).
 */
export function judgeSession(facts: SafetyFacts, moment: Moment): Verdict {
  const { vetted, violations } = judgeAdults(facts, moment);
  const judged = facts.children.map((child) => ({ child, ...judgeChild(facts, child, moment) }));
  const counts = mostOf(countBands(facts.children.map(({ band }) => band)), facts.expected);
  const ratio = countAdults(counts, facts.policy);
  const short = ratio.needed - vetted.length;
  const children = ageBands.reduce((sum, band) => sum + counts[band], 0);
  const lacksWoman = facts.children.some(({ isGirl }) => isGirl) && !vetted.some(({ isWoman }) => isWoman);
  const all = [
    ...(short > 0
      ? [
          violation("tooFewAdults", null, ["askStandIn", "fewerPlaces", "changeMode"], {
            who: facts.who,
            adults: vetted.length,
            children,
            needed: ratio.needed,
            short,
          }),
        ]
      : []),
    ...violations,
    ...(lacksWoman ? [violation("noWoman", null, ["askWoman"], { who: facts.who })] : []),
    ...judged.flatMap((one) => one.violations),
  ];
  const noPhotos = judged.filter(({ mayBePhotographed }) => !mayBePhotographed).map(({ child }) => child.id);
  return { isSafe: all.length === 0, violations: all, ratio, adults: vetted.length, children, noPhotos };
}
