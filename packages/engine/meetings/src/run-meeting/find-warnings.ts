import type { Limit, RulePack } from "../keep-rules/rule-pack.js";
import type { ItemWarning } from "../tables/meeting.js";

/** What a body cannot decide alone in a motion's own words, by its rules; the one that says more stands for those it covers. */
export function findLimits({ beyondCompetence }: Pick<RulePack, "beyondCompetence">, text: string): Limit[] {
  const met = beyondCompetence.filter(({ words }) => words.some((word) => text.includes(word)));
  const covered = new Set(met.flatMap(({ covers }) => covers));
  return met.filter(({ code }) => !covered.has(code));
}

export const findOwnWarnings = (pack: Pick<RulePack, "beyondCompetence">, text: string): ItemWarning[] =>
  findLimits(pack, text).map(({ code, competentBody, citation }) => ({ code, competentBody, citation: [citation.law, ...citation.articles].join("") }));

/** Warnings of the motion's own words first, then those the agenda item brought along, each code once. */
export function joinWarnings(own: readonly ItemWarning[], brought: readonly ItemWarning[]): ItemWarning[] {
  const codes = new Set(own.map(({ code }) => code));
  return [...own, ...brought.filter(({ code }) => !codes.has(code))];
}
