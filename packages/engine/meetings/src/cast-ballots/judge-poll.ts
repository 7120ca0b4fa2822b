import { judgeQuorum } from "../keep-rules/judge-quorum.js";
import type { Measure, RulePack } from "../keep-rules/rule-pack.js";
import { judgeVote, type Electorate, type Tally } from "../take-votes/judge-motion.js";

export type Choice = "yes" | "no" | "abstain" | "invalid";
export const choices = ["yes", "no", "abstain", "invalid"] as const;

/** So many ballots of one choice, with the area they stand for. */
export interface CountedBallots {
  readonly choice: Choice;
  readonly papers: number;
  readonly area: number;
}
export interface Roll {
  readonly units: number;
  readonly area: number;
}
/** Whether those there were enough when papers went out, with the arithmetic of each condition. */
export interface FrozenQuorum {
  readonly isQuorate: boolean;
  readonly arithmetic: readonly string[];
}
/** In a meeting the roll has those there, and the quorum is of the body's members and groups when it opened. */
export interface PollFrame {
  readonly roll: Roll;
  readonly members: number | null;
  readonly quorum?: FrozenQuorum | null;
}
export interface CountedMeasure extends Tally, Electorate {
  readonly invalid: number;
}
export interface PollResult {
  readonly isQuorate: boolean;
  readonly isAdopted: boolean;
  readonly isTied: boolean;
  readonly heads: CountedMeasure;
  /** In hundredths of a square metre; null when area is not counted. */
  readonly area: CountedMeasure | null;
  /** "60×3 ≥ 86×2" */
  readonly quorum: readonly string[];
  readonly arithmetic: string;
  readonly base: number;
  readonly verified: RulePack["verified"];
}
type Rules = Pick<RulePack, "quorum" | "pass" | "verified" | "invalidTakePart">;

function countMeasure(pack: Rules, measure: Measure, { roll, members }: PollFrame, ballots: readonly CountedBallots[]): CountedMeasure {
  const of = (choice: Choice): number => ballots.reduce((sum, one) => sum + (one.choice === choice ? (measure === "area" ? one.area : one.papers) : 0), 0);
  const [yes, no, abstain, invalid] = [of("yes"), of("no"), of("abstain"), of("invalid")];
  const tookPart = yes + no + abstain + (pack.invalidTakePart ? invalid : 0);
  const whole = measure === "area" ? roll.area : roll.units;
  if (members === null) return { yes, no, abstain, invalid, members: whole, attending: tookPart };
  return { yes, no, abstain, invalid, members: measure === "area" ? roll.area : members, attending: whole };
}

/**
 * What a poll decided, by every measure its rules ask for. A unit that handed in nothing took no part and is never a yes; in a meeting those there are
 * the base, whether they handed in or not. O(ballots), whole numbers only.
 */
export function judgePoll(pack: Rules, frame: PollFrame, ballots: readonly CountedBallots[]): PollResult {
  const heads = countMeasure(pack, "heads", frame, ballots);
  const hasArea = pack.pass.measures.includes("area") || pack.quorum.some(({ of }) => of === "area");
  const area = hasArea ? countMeasure(pack, "area", frame, ballots) : null;
  const groups = area ? { area: { total: area.members, present: area.attending } } : {};
  const quorum = frame.quorum ?? judgeQuorum(pack, { members: heads.members, present: heads.attending, groups });
  const { isAdopted, isTied, arithmetic, measures } = judgeVote(pack, { heads, ...(area && { area }) });
  return {
    ...{ isQuorate: quorum.isQuorate, isAdopted: quorum.isQuorate && isAdopted, isTied, heads, area },
    ...{ quorum: quorum.arithmetic, arithmetic, base: measures[0]!.base, verified: pack.verified },
  };
}
