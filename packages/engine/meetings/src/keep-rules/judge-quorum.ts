import { arithmeticOf, leastReaching, reaches } from "./fraction.js";
import { tellMeasured } from "./tell-area.js";
import type { Condition, Group, RulePack } from "./rule-pack.js";

/** How many of a group there are, and how many of them are there; area in hundredths of a square metre. */
export interface GroupCount {
  readonly total: number;
  readonly present: number;
}
export interface Counts {
  readonly members: number;
  readonly present: number;
  /** Groups other than the members, where they were counted. */
  readonly groups?: Partial<Record<Group, GroupCount>>;
}
export interface ConditionVerdict extends GroupCount {
  readonly of: Group;
  readonly need: number;
  readonly isReached: boolean;
  readonly arithmetic: string;
}
export interface QuorumVerdict {
  readonly isQuorate: boolean;
  readonly members: number;
  readonly present: number;
  /** The smallest number of members that may open; 0 where the pack asks for no quorum. */
  readonly need: number;
  /** "16×3 ≥ 21×2", one for each condition. */
  readonly arithmetic: readonly string[];
  readonly conditions: readonly ConditionVerdict[];
  readonly verified: RulePack["verified"];
}

/** One condition against its count; a group that nobody counted, or that nobody is in, is not reached. */
export function judgeCondition({ of, share }: Condition, count: GroupCount | undefined): ConditionVerdict {
  const { total, present } = count ?? { total: 0, present: 0 };
  const isReached = count !== undefined && total > 0 && reaches(share, present, total);
  return { of, total, present, need: leastReaching(share, total), isReached, arithmetic: arithmeticOf(share, present, total, tellMeasured(of)) };
}

/** Conditions against what was counted. O(conditions). */
export const judgeConditions = (conditions: readonly Condition[], { members, present, groups }: Counts): ConditionVerdict[] =>
  conditions.map((condition) => judgeCondition(condition, condition.of === "members" ? { total: members, present } : groups?.[condition.of]));

/** May the meeting open and vote with this many of its voting members, and of the groups its rules name? O(conditions). */
export function judgeQuorum(pack: Pick<RulePack, "quorum" | "verified">, counts: Counts): QuorumVerdict {
  const conditions = judgeConditions(pack.quorum, counts);
  return {
    ...{ isQuorate: conditions.every(({ isReached }) => isReached), members: counts.members, present: counts.present },
    need: Math.max(0, ...conditions.filter(({ of }) => of === "members").map(({ need }) => need)),
    arithmetic: conditions.map(({ arithmetic }) => arithmetic),
    ...{ conditions, verified: pack.verified },
  };
}
