import type { Share } from "./fraction.js";

/** Who is counted: all members, those attending, those voting, heads or area of the owners. */
export type Base = "members" | "attending" | "voting";

export interface Citation {
  readonly law: string;
  readonly articles: readonly string[];
  /** The day of the text that was read. */
  readonly textVersion: string;
}

/** The rules of one kind of body as dated data. A number from a pack that is not verified is shown with that remark. */
export interface RulePack {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly effective: { readonly from: string; readonly to: string | null };
  readonly citation: Citation;
  /** true: read in the primary text; "local": a community's own practice, to be adopted by it; false: not read. */
  readonly verified: boolean | "local";
  readonly notice: { readonly days: number; readonly basis: "calendar" | "working"; readonly count: "clear" | "back" } | null;
  /** Every one of them must be reached. Empty: no quorum. */
  readonly quorum: readonly { readonly of: "members"; readonly share: Share }[];
  readonly pass: { readonly base: Base; readonly share: Share };
  /** What this body cannot decide alone, by words in a motion, with the body that can. */
  readonly beyondCompetence: readonly {
    readonly code: string;
    readonly words: readonly string[];
    readonly competentBody: string;
    readonly citation: Citation;
  }[];
}
