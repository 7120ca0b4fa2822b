import { MatchingError, type MatchingErrorCode } from "../errors.js";

/** The code a call is refused with; undefined if it is not, and any error that is no refusal as it is. */
export function codeOf(work: () => unknown): MatchingErrorCode | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof MatchingError) return error.code;
    throw error;
  }
  return undefined;
}
