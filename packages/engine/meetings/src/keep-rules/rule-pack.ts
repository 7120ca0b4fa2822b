import type { Limit } from "@lianxin/matters";
import type { Share } from "./fraction.js";

/** By what votes are weighed: one for each head, or the floor area in hundredths of a square metre. */
export type Measure = "heads" | "area";
/** Who is counted of a body or a vote: all with a vote, the area they own, or a part of them by what their seats are marked with. */
export type Group = "members" | "area" | "women" | "representatives" | "non_cadres" | "parties";
export const groups: readonly Group[] = ["members", "area", "women", "representatives", "non_cadres", "parties"];

/** A share of a group that must be reached. */
export interface Condition {
  readonly of: Group;
  readonly share: Share;
}

/** Whose number a majority is taken of: all members; those there (or who handed in a paper) when the vote was taken; those who said yes or no. */
export type Base = "members" | "attending" | "voting";
export type VoteWay = "hands" | "ballot" | "consent";

export interface Citation {
  readonly law: string;
  readonly articles: readonly string[];
  /** The day of the text that was read; null when it is not known. */
  readonly textVersion: string | null;
}

/** What a community may change in its own copy of a pack. */
export interface Numbers {
  readonly notice: { readonly days: number; readonly basis: "calendar" | "working"; readonly count: "clear" | "back" } | null;
  /** Every one of them must be reached. Empty: no quorum. */
  readonly quorum: readonly Condition[];
  readonly pass: { readonly base: Base; readonly share: Share; readonly measures: readonly Measure[] };
  /** How long and how often somebody speaks to one item; null: no limit. */
  readonly speaking: { readonly seconds: number; readonly times: number } | null;
  /** How many days a decision is put up; null: not said. */
  readonly publicationDays: number | null;
  /** May the chair break a tie with one vote more? Where not, a tie is not adopted. */
  readonly castingVote: boolean;
}

/** The rules of one kind of body as dated data. A number from a pack that is not verified is shown with that remark. */
export interface RulePack extends Numbers {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly effective: { readonly from: string | null; readonly to: string | null };
  /** The pack that follows when this one has ended. */
  readonly replacedBy: string | null;
  readonly citation: Citation;
  /** true: read in the primary text; "local": holds in one province or by a community's own practice, to be adopted by it; false: not read. */
  readonly verified: boolean | "local";
  /** A law: a copy may ask for more, never for less. */
  readonly isLaw: boolean;
  readonly remark: { readonly zh: string; readonly en: string } | null;
  /** Who may ask for a meeting. */
  readonly conveneOnRequest: readonly { readonly by: "voters" | "households" | "representatives" | "groups" | "owners"; readonly share: Share }[];
  /** How the seats must be made up. */
  readonly composition: readonly Condition[];
  readonly ways: readonly VoteWay[];
  /** May a member vote through somebody they name; `most` such votes for one person, null without a limit. */
  readonly delegation: { readonly isAllowed: boolean; readonly most: number | null };
  /** Does a spoilt paper count among those who took part? */
  readonly invalidTakePart: boolean;
  /** What the body cannot decide alone; matters are screened by the same list. */
  readonly beyondCompetence: readonly Limit[];
}
