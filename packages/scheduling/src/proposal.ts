import type { Part } from "./compile-meeting/compile-meeting.js";
import type { TimeRuleKind } from "./compile-meeting/time-rules.js";
import type { VenueRuleKind } from "./compile-meeting/venue-fit.js";
import type { Score } from "./objective.js";
import type { DateText, Level, MomentText, TermName } from "./problem.js";
import type { Params } from "./scheduling-error.js";

/** A sentence by key and parameters; `describe(language, text)` says it in zh-CN or English. */
export interface Text {
  readonly key: string;
  readonly params: Params;
}

/** One term of a score: `value` in the term's own unit, `weight` as the objective has it; it adds `value * weight` to its level. */
export interface ScorePart extends Text {
  readonly term: TermName;
  readonly level: Level;
  readonly value: number;
  readonly weight: number;
}

export type AbsenceReason = "busy" | "leave" | "tentative" | "off-hours" | "elsewhere";

/** Who is not there, as what they were asked, why, and when that ends (not given = not within the horizon). */
export interface Absence {
  readonly person: string;
  readonly part: Part;
  readonly reason: AbsenceReason;
  readonly until?: MomentText;
}

export interface QuorumStanding {
  readonly id: string;
  readonly need: number;
  readonly have: number;
  readonly of: number;
  /** `have − need`. */
  readonly margin: number;
}

export interface RoleStanding {
  readonly id: string;
  readonly need: number;
  readonly have: number;
  readonly who: readonly string[];
}

/** A slot for one meeting, explained. */
export interface Proposal {
  readonly meeting: string;
  /** With the zone's offset, `2026-09-09T15:00+08:00`. */
  readonly start: MomentText;
  readonly end: MomentText;
  readonly venue?: string;
  /** Other venues that fit and are free, best first. */
  readonly otherVenues: readonly string[];
  readonly score: Score;
  readonly parts: readonly ScorePart[];
  readonly present: readonly string[];
  readonly absent: readonly Absence[];
  readonly quorums: readonly QuorumStanding[];
  readonly roles: readonly RoleStanding[];
  /** The last date on which the notice can be posted, when the meeting has a notice rule. */
  readonly latestPosting?: DateText;
}

export type RuleKind = TimeRuleKind | VenueRuleKind | "person" | "role" | "quorum" | "venueFree";

/** One rule of the meeting; `id` names the person, role or quorum, or the other meeting of an `after` or `before`. */
export interface Rule extends Text {
  readonly kind: RuleKind;
  readonly id?: string;
}

/** What giving up `rules` (and nothing else) would open: that very slot. */
export interface Relaxation {
  readonly rules: readonly Rule[];
  readonly start: MomentText;
  readonly end: MomentText;
  readonly venue?: string;
}

/**
 * Why nothing fits. Each blocking set alone closes every slot, and dropping any one of its rules opens one as far as that set goes (it is irreducible);
 * the first is a smallest one; the sets share no rule. `relax` lists the smallest sets of rules whose giving-up opens a slot of the whole problem.
 */
export interface Diagnosis {
  readonly meeting: string;
  readonly blocking: readonly (readonly Rule[])[];
  readonly relax: readonly Relaxation[];
}

/** The answer of `propose`. `unloadedYears` not empty = a draft: holidays of these years are not known. */
export type Offer =
  | { readonly kind: "slots"; readonly proposals: readonly Proposal[]; readonly unloadedYears: readonly number[] }
  | { readonly kind: "blocked"; readonly diagnosis: Diagnosis; readonly unloadedYears: readonly number[] };
