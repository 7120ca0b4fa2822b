import type { MatterWarning } from "../matters.js";
import type { Question } from "./checklist.js";
import { findLimits, limits, tellCitation } from "./limits.js";

/** Questions whose "yes" brings a warning, whatever the words are. */
const asked: Readonly<Partial<Record<Question, string>>> = { usesMaintenanceFund: "maintenance_fund" };

/** Codes of the warnings for a matter, from the answers given and the words written; they block nothing. O(words × length). */
export function findWarningCodes(answers: Readonly<Partial<Record<Question, boolean>>>, texts: readonly (string | null)[]): string[] {
  const said = findLimits(limits, texts.filter((text) => text !== null).join("\n"));
  const ticked = Object.entries(asked).filter(
    ([question, code]) => answers[question as Question] === true && !said.some(({ covers }) => covers.includes(code)),
  );
  const codes = new Set([...said.map(({ code }) => code), ...ticked.map(([, code]) => code)]);
  return limits.map(({ code }) => code).filter((code) => codes.has(code));
}

/** The warnings with the competent body and the law, by their codes; codes no limit has any more are left out. */
export const describeWarnings = (codes: readonly string[]): MatterWarning[] =>
  limits.filter(({ code }) => codes.includes(code)).map(({ code, competentBody, citation }) => ({ code, competentBody, citation: tellCitation(citation) }));
