import { findLimits, tellCitation } from "@lianxin/matters";
import type { RulePack } from "../keep-rules/rule-pack.js";
import type { ItemWarning } from "../tables/meeting.js";

/** What a body cannot decide alone in a motion's own words, by its rules. */
export const findOwnWarnings = ({ beyondCompetence }: Pick<RulePack, "beyondCompetence">, text: string): ItemWarning[] =>
  findLimits(beyondCompetence, text).map(({ code, competentBody, citation }) => ({ code, competentBody, citation: tellCitation(citation) }));

/** Warnings of the motion's own words first, then those the agenda item brought along, each code once. */
export function joinWarnings(own: readonly ItemWarning[], brought: readonly ItemWarning[]): ItemWarning[] {
  const codes = new Set(own.map(({ code }) => code));
  return [...own, ...brought.filter(({ code }) => !codes.has(code))];
}
