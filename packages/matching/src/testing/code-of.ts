import { MatchingError, type MatchingErrorCode } from "../errors.js";
import { sayError } from "../say-matching.js";

/** The code a call is refused with; undefined if it is not, and any error that is no refusal as it is. A refusal must have words for all it says. */
export function codeOf(work: () => unknown): MatchingErrorCode | undefined {
  try {
    work();
  } catch (error) {
    if (!(error instanceof MatchingError)) throw error;
    expectWords(error);
    return error.code;
  }
  return undefined;
}

/** Words that a Chinese sentence may hold: names in files and programs, which are in brackets or quotes. */
const quoted = /（[^）]*）|“[^”]*”|\{…\}|\[…\]|JSON/g;

/** Throws where a refusal leaves a gap in its text, or says in English what it should say in Chinese; ids of up to two letters are let through. */
export function expectWords(error: MatchingError): void {
  for (const language of ["zh-CN", "en"] as const) {
    const { what, remedy } = sayError(error, language);
    const text = `${what} ${remedy}`;
    if (/\{\w|undefined/.test(text)) throw new Error(`a gap in “${text}”`);
    if (language === "zh-CN" && /[a-z]{4}/i.test(text.replace(quoted, ""))) throw new Error(`English in “${text}”`);
  }
}
