import { MatchingError } from "../errors.js";
import { wholeNumber } from "./pairing-from-pairs.js";

/** Refuses an index that is no whole number from 0 to count − 1. @throws MatchingError outOfRange */
export function expectIndex(item: string, index: number, count: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= count) throw new MatchingError("outOfRange", item, { value: String(index), count });
}

/** Refuses counts that are no integers, negative or turned round. @throws MatchingError notInteger, costTooLarge, negativeCount, minAboveMax */
export function expectInterval(item: string, min: number, max: number): void {
  wholeNumber(item, min);
  wholeNumber(item, max);
  if (min < 0) throw new MatchingError("negativeCount", item, { min, max });
  if (min > max) throw new MatchingError("minAboveMax", item, { min, max });
}
