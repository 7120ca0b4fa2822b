import { MatchingError } from "../errors.js";

/** The most rows, columns or places a problem may have; more would not fit into memory. */
export const MOST = 2 ** 24;

/** Refuses what is no whole number from 0. @throws MatchingError notInteger, negativeCount */
export function expectNatural(item: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw new MatchingError("notInteger", item, { value: String(value) });
  if (value < 0) throw new MatchingError("negativeCount", item, { value });
}

/** A count of rows, columns or places. @throws MatchingError notInteger, negativeCount, tooMany */
export function expectCount(item: string, value: number): number {
  expectNatural(item, value);
  if (value > MOST) throw new MatchingError("tooMany", item, { value, largest: MOST });
  return value;
}

/** Refuses an index that is no whole number from 0 to count − 1. @throws MatchingError outOfRange */
export function expectIndex(item: string, index: number, count: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= count) throw new MatchingError("outOfRange", item, { value: String(index), count });
}

/** Refuses counts that are no integers, negative, too large or turned round. @throws MatchingError as expectCount, minAboveMax */
export function expectInterval(item: string, min: number, max: number): void {
  if (expectCount(item, min) > expectCount(item, max)) throw new MatchingError("minAboveMax", item, { min, max });
}

/** Refuses a list of another kind or length. @throws MatchingError badFormat, lengthMismatch */
export function expectList(item: string, list: Int32Array | Float64Array, kind: Int32ArrayConstructor | Float64ArrayConstructor, expected: number): void {
  if (!(list instanceof kind)) throw new MatchingError("badFormat", item, { reason: "typedArray" });
  if (list.length !== expected) throw new MatchingError("lengthMismatch", item, { expected, found: list.length });
}
