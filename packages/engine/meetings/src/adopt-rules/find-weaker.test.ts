import fc from "fast-check";
import { expect, test } from "vitest";
import { reaches, type Share } from "../keep-rules/fraction.js";
import { asksAsMuch, findWrongShare } from "./find-weaker.js";

const aShare: fc.Arbitrary<Share> = fc.record({
  op: fc.constantFrom("gte" as const, "gt" as const),
  fraction: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
});

test("a share asks for as much as another just when whatever reaches it reaches the other", () => {
  fc.assert(
    fc.property(aShare, aShare, (mine, other) => {
      const base = mine.fraction[1] * other.fraction[1];
      const parts = Array.from({ length: base * 10 }, (_, part) => part);

      expect(asksAsMuch(mine, other)).toBe(parts.every((part) => !reaches(mine, part, base) || reaches(other, part, base)));
    }),
    { seed: 4 },
  );
});

test("more than all is no share, all is", () => {
  const numbers = (share: Share) => ({
    notice: null,
    quorum: [],
    pass: { base: "attending" as const, share, measures: ["heads" as const] },
    speaking: null,
    publicationDays: null,
    castingVote: false,
  });

  expect(findWrongShare(numbers({ op: "gt", fraction: [1, 1] }))).toBe("numbers.pass.share");
  expect(findWrongShare(numbers({ op: "gte", fraction: [1, 1] }))).toBeUndefined();
});
