import { arithmeticOf, leastReaching, reaches } from "./fraction.js";
import type { RulePack } from "./rule-pack.js";

export interface QuorumVerdict {
  readonly isQuorate: boolean;
  readonly members: number;
  readonly present: number;
  /** The smallest number that may open; 0 where the pack asks for no quorum. */
  readonly need: number;
  /** "16×3 ≥ 21×2", one for each condition. */
  readonly arithmetic: readonly string[];
  readonly verified: RulePack["verified"];
}

/** May the meeting open and vote with this many of its voting members? O(conditions). */
export function judgeQuorum(pack: RulePack, counts: { readonly members: number; readonly present: number }): QuorumVerdict {
  const { members, present } = counts;
  return {
    isQuorate: pack.quorum.every(({ share }) => reaches(share, present, members)),
    members,
    present,
    need: Math.max(0, ...pack.quorum.map(({ share }) => leastReaching(share, members))),
    arithmetic: pack.quorum.map(({ share }) => arithmeticOf(share, present, members)),
    verified: pack.verified,
  };
}
