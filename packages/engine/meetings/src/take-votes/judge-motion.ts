import { arithmeticOf, leastReaching, reaches } from "../keep-rules/fraction.js";
import type { Measure, RulePack } from "../keep-rules/rule-pack.js";
import { tellMeasured } from "../keep-rules/tell-area.js";

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
export interface MeasureVerdict {
  readonly measure: Measure;
  readonly yes: number;
  readonly base: number;
  readonly need: number;
  readonly isReached: boolean;
  readonly arithmetic: string;
}
export interface VoteVerdict {
  readonly isAdopted: boolean;
  readonly isTied: boolean;
  readonly measures: readonly MeasureVerdict[];
  /** "45×2 > 60，4880×2 > 6500" */
  readonly arithmetic: string;
  readonly verified: RulePack["verified"];
}
export interface MotionVerdict {
  readonly isAdopted: boolean;
  readonly isTied: boolean;
  readonly base: number;
  readonly need: number;
  readonly arithmetic: string;
  readonly verified: RulePack["verified"];
}
type Rules = Pick<RulePack, "pass" | "verified">;
/** How the chair breaks a tie (决定票). */
export type Casting = "yes" | "no";

export type TallyProblem = "more_votes_than_present" | "negative_count";

/** Why a tally cannot be right, or nothing. */
export function findTallyProblem({ yes, no, abstain }: Tally, { attending }: Electorate): TallyProblem | undefined {
  if ([yes, no, abstain].some((count) => !Number.isSafeInteger(count) || count < 0)) return "negative_count";
  return yes + no + abstain > attending ? "more_votes_than_present" : undefined;
}

const baseOf = ({ pass }: Rules, { yes, no, members, attending }: Tally & Electorate): number =>
  pass.base === "members" ? members : pass.base === "attending" ? attending : yes + no;

function judgeMeasure(pack: Rules, measure: Measure, counted: Tally & Electorate): MeasureVerdict {
  const [{ yes }, base, { share }] = [counted, baseOf(pack, counted), pack.pass];
  const isReached = yes > 0 && reaches(share, yes, base);
  return { measure, yes, base, need: leastReaching(share, base), isReached, arithmetic: arithmeticOf(share, yes, base, tellMeasured(measure)) };
}

/** Is it adopted by every measure its rules ask for? A measure that was not counted refuses it: a RangeError, for that is a mistake of the caller. O(1). */
export function judgeVote(pack: Rules, counted: Partial<Record<Measure, Tally & Electorate>>): VoteVerdict {
  const measures = pack.pass.measures.map((measure) => {
    const count = counted[measure];
    if (!count) throw new RangeError(`MEASURE_NOT_COUNTED: ${measure}`);
    return judgeMeasure(pack, measure, count);
  });
  return {
    isAdopted: measures.every(({ isReached }) => isReached),
    isTied: measures.every(({ measure }) => counted[measure]!.yes === counted[measure]!.no),
    measures,
    arithmetic: measures.map(({ arithmetic }) => arithmetic).join("，"),
    verified: pack.verified,
  };
}

/**
 * Is a motion adopted by heads? Abstentions stay in the base of those attending; a tie is never adopted by "more than half". A casting vote for it is
 * one vote more of a head that is in the base already, printed as "8+1=9，9×2 > 16"; the share still has to be reached. O(1), exact.
 */
export function judgeMotion(pack: Rules, tally: Tally, electorate: Electorate, casting?: Casting): MotionVerdict {
  const counted = casting ? { ...tally, [casting]: tally[casting] + 1 } : tally;
  const { isAdopted, isTied, measures, arithmetic, verified } = judgeVote(pack, { heads: { ...counted, ...electorate } });
  const { base, need } = measures[0]!;
  const cast = casting === "yes" ? `${tally.yes}+1=${counted.yes}，` : "";
  return { isAdopted, isTied, base, need, arithmetic: cast + arithmetic, verified };
}
