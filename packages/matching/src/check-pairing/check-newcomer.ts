import { MatchingError } from "../errors.js";
import { expectIndex, expectInterval } from "./expect-counts.js";
import { wholeNumber } from "./pairing-from-pairs.js";

/**
 * Refuses a newcomer whose counts are turned round, or whose pairs lead nowhere, come twice or cost no whole number of 32 bits. O(pairs).
 *
 * @throws MatchingError notInteger, negativeCount, tooMany, minAboveMax, outOfRange, costTooLarge, duplicatePair
 */
export function checkNewcomer(
  item: "row" | "column",
  pairs: readonly (readonly [other: number, cost: number])[],
  others: number,
  min: number,
  max: number,
): void {
  expectInterval(item, min, max);
  const seen = new Set<number>();
  for (const [k, [other, cost]] of pairs.entries()) {
    expectIndex(`pair ${k}`, other, others);
    wholeNumber(`pair ${k}`, cost);
    if (seen.has(other)) throw new MatchingError("duplicatePair", `pair ${k}`, { other });
    seen.add(other);
  }
}
