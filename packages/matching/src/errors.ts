/** Everything this package can refuse; texts in messages.ts under the same names. */
export const matchingErrorCodes = [
  "emptySide",
  "notInteger",
  "costTooLarge",
  "sumTooLarge",
  "minAboveMax",
  "negativeCount",
  "outOfRange",
  "duplicateName",
  "duplicatePair",
  "unknownName",
  "unknownPair",
  "stepsNotRising",
  "lengthMismatch",
  "unbalanced",
  "unboundedCost",
  "badFormat",
  "badScale",
  "notInPlan",
  "tooMany",
  "fallTogether",
  "tooSmall",
  "alsoForbidden",
  "wordCount",
  "cancelled",
] as const;

/** What is wrong with a form that cannot be read: the `reason` of a badFormat. */
export const formatReasons = [
  "format",
  "record",
  "list",
  "text",
  "number",
  "numbers",
  "unknownField",
  "mode",
  "typedArray",
  "triple",
  "call",
  "json",
  "kind",
  "head",
  "headFirst",
  "headTwice",
  "lineKind",
] as const;

/** One of the reasons in {@link formatReasons}. */
export type FormatReason = (typeof formatReasons)[number];

/** One of the reasons in {@link matchingErrorCodes}. */
export type MatchingErrorCode = (typeof matchingErrorCodes)[number];

/** Values a text may name; never more than the caller's own input. */
export type MatchingErrorParams = Readonly<Record<string, string | number>>;

/**
 * A refusal of input: nothing was solved and nothing half-done is returned.
 * `code` is stable and translated late (sayError), `item` names the field or record, `params` the offending values.
 */
export class MatchingError extends Error {
  override readonly name = "MatchingError";
  constructor(
    readonly code: MatchingErrorCode,
    readonly item: string,
    readonly params: MatchingErrorParams = {},
  ) {
    super(`${code} at ${item} ${JSON.stringify(params)}`);
  }
}
