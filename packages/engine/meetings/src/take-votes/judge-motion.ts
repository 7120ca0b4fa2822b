import { arithmeticOf, leastReaching, reaches } from "../keep-rules/fraction.js";
import type { RulePack } from "../keep-rules/rule-pack.js";

export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}
/** Who could vote: all voting members, and those present when the vote was taken (the head-count is made anew at each vote). */
export interface Electorate {
  readonly members: number;
  readonly attending: number;
}
export interface MotionVerdict {
  readonly isAdopted: boolean;
  readonly isTied: boolean;
  readonly base: number;
  readonly need: number;
  readonly arithmetic: string;
  readonly verified: RulePack["verified"];
}

export type TallyProblem = "more_votes_than_present" | "negative_count";

/** Why a tally cannot be right, or nothing. */
export function findTallyProblem({ yes, no, abstain }: Tally, { attending }: Electorate): TallyProblem | undefined {
  if ([yes, no, abstain].some((count) => !Number.isSafeInteger(count) || count < 0)) return "negative_count";
  return yes + no + abstain > attending ? "more_votes_than_present" : undefined;
}

const baseOf = (pack: RulePack, { yes, no }: Tally, { members, attending }: Electorate): number =>
  pack.pass.base === "members" ? members : pack.pass.base === "attending" ? attending : yes + no;

/** Is the motion adopted? Abstentions stay in the base of those attending; a tie is never adopted by "more than half". O(1), exact. */
export function judgeMotion(pack: RulePack, tally: Tally, electorate: Electorate): MotionVerdict {
  const base = baseOf(pack, tally, electorate);
  return {
    isAdopted: tally.yes > 0 && reaches(pack.pass.share, tally.yes, base),
    isTied: tally.yes === tally.no,
    base,
    need: leastReaching(pack.pass.share, base),
    arithmetic: arithmeticOf(pack.pass.share, tally.yes, base),
    verified: pack.verified,
  };
}
