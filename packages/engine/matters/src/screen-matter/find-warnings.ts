import type { MatterWarning } from "../matters.js";
import type { Question } from "./checklist.js";

interface CompetenceRule extends MatterWarning {
  /** The question whose "yes" brings the warning. */
  readonly question: Question;
  /** Words in what was written that bring it too. */
  readonly words: readonly string[];
}

/** What a council cannot decide alone, who can, and where that is written. A new case is one more line. */
const competenceRules: readonly CompetenceRule[] = [
  { code: "maintenance_fund", competentBody: "owners_assembly", citation: "民法典第278条", question: "usesMaintenanceFund", words: ["维修资金", "维修基金"] },
];

/** Codes of the warnings for a matter, from the answers given and the words written. O(rules × length). */
export function findWarningCodes(answers: Readonly<Partial<Record<Question, boolean>>>, texts: readonly (string | null)[]): string[] {
  const said = texts.filter((text) => text !== null).join("\n");
  return competenceRules.filter(({ question, words }) => answers[question] === true || words.some((word) => said.includes(word))).map(({ code }) => code);
}

/** The warnings with the competent body and the law, by their codes; codes no rule has any more are left out. */
export const describeWarnings = (codes: readonly string[]): MatterWarning[] =>
  competenceRules.filter((rule) => codes.includes(rule.code)).map(({ code, competentBody, citation }) => ({ code, competentBody, citation }));
