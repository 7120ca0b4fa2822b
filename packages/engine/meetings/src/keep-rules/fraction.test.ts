import fc from "fast-check";
import { expect, test } from "vitest";
import { arithmeticOf, leastReaching, reaches, type Share } from "./fraction.js";

const twoThirds: Share = { op: "gte", fraction: [2, 3] };
const half: Share = { op: "gt", fraction: [1, 2] };
const aShare = fc.record({
  op: fc.constantFrom("gte" as const, "gt" as const),
  fraction: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })),
});

test.each([
  [twoThirds, 14, 21, true],
  [twoThirds, 13, 21, false],
  [twoThirds, 30, 45, true],
  [twoThirds, 29, 45, false],
  [twoThirds, 58, 86, true],
  [twoThirds, 57, 86, false],
  [half, 16, 30, true],
  [half, 15, 30, false],
  [half, 8, 16, false],
  [half, 9, 16, true],
])("%j of the whole: %i of %i is %s", (share, part, base, expected) => {
  expect(reaches(share, part, base)).toBe(expected);
});

test("the smallest count that reaches a share is the first one that does", () => {
  fc.assert(
    fc.property(aShare, fc.integer({ min: 0, max: 5000 }), (share, base) => {
      let first = 0;
      while (!reaches(share, first, base)) first++;

      expect(leastReaching(share, base)).toBe(first);
    }),
    { seed: 1 },
  );
});

test("areas in hundredths of a square metre are compared exactly", () => {
  expect(reaches(twoThirds, 630_667, 946_000)).toBe(true);
  expect(reaches(twoThirds, 630_666, 946_000)).toBe(false);
});

test("the arithmetic is printed as it was done", () => {
  expect(arithmeticOf(twoThirds, 16, 21)).toBe("16×3 ≥ 21×2");
  expect(arithmeticOf(half, 14, 16)).toBe("14×2 > 16");
  expect(arithmeticOf(half, 8, 16)).toBe("8×2 ≤ 16");
});

test("what is no count is refused", () => {
  expect(() => reaches(half, 1.5, 3)).toThrow("NOT_A_COUNT");
  expect(() => reaches(half, -1, 3)).toThrow("NOT_A_COUNT");
});
