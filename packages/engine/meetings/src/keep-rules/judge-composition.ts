import { judgeConditions, type ConditionVerdict, type GroupCount } from "./judge-quorum.js";
import type { Group, RulePack } from "./rule-pack.js";

/** Are the seats made up as the rules ask: a third for women, four fifths for elected representatives? `present` counts seats. O(conditions). */
export function judgeComposition(pack: Pick<RulePack, "composition">, seats: number, marked: Partial<Record<Group, number>>): ConditionVerdict[] {
  const groups: Partial<Record<Group, GroupCount>> = {};
  for (const { of } of pack.composition) groups[of] = { total: seats, present: marked[of] ?? 0 };
  return judgeConditions(pack.composition, { members: seats, present: seats, groups });
}
