import fc from "fast-check";
import { expect, test } from "vitest";
import { isLow, resolutions, satisfactions, sumRatings } from "./judge-ratings.js";

const rated = fc.record({ resolved: fc.constantFrom(...resolutions), satisfied: fc.constantFrom(...satisfactions) });

test("each question's answers add up to the ratings, and the low ones are those that want more work", () => {
  fc.assert(
    fc.property(fc.array(rated, { maxLength: 40 }), (ratings) => {
      const sums = sumRatings(ratings);

      expect(sums.solved + sums.partly + sums.unsolved).toBe(ratings.length);
      expect(sums.satisfied + sums.basically + sums.dissatisfied).toBe(ratings.length);
      expect(sums.low).toBe(ratings.length - ratings.filter(({ resolved, satisfied }) => resolved === "solved" && satisfied !== "dissatisfied").length);
    }),
    { seed: 20261228 },
  );
});

test.each([
  ["solved", "satisfied", false],
  ["solved", "basically", false],
  ["solved", "dissatisfied", true],
  ["partly", "satisfied", true],
  ["unsolved", "basically", true],
] as const)("%s and %s asks for more work: %s", (resolved, satisfied, low) => {
  expect(isLow({ resolved, satisfied })).toBe(low);
});
