import fc from "fast-check";
import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { smallPairings, sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { tryEveryPlan } from "../testing/try-every-plan.js";

/** Whether brute force finds a plan when only the given members of a side must get their least. */
function serves(problem: PairingProblem, of: Shortage["of"], members: readonly number[]): boolean {
  const none = { rowMin: new Int32Array(problem.rows), columnMin: new Int32Array(problem.columns) };
  const side = of === "rows" ? "rowMin" : "columnMin";
  const least = problem[side].map((n, k) => (members.includes(k) ? n : 0));
  return tryEveryPlan({ ...problem, ...none, [side]: least }) !== undefined;
}

test(`names a set that cannot be served, while every part of it can, on ${sweepSize} random pairings (seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  let shortages = 0;
  fc.assert(
    fc.property(smallPairings(), (problem) => {
      const answer = solvePairing(problem);
      if (answer.solved) return;

      shortages++;
      const members = [...(answer.of === "rows" ? answer.rows : answer.columns)];
      const least = answer.of === "rows" ? problem.rowMin : problem.columnMin;

      expect(answer.need).toBe(members.reduce((sum, k) => sum + least[k]!, 0));
      expect(answer.need).toBeGreaterThan(answer.offer);
      expect(serves(problem, answer.of, members)).toBe(false);
      for (const left of members) {
        const rest = members.filter((k) => k !== left);
        expect(serves(problem, answer.of, rest)).toBe(true);
      }
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
  expect(shortages).toBeGreaterThan(sweepSize / 20);
});

test("counts by how many places three rows are short that share two columns", () => {
  const problem = pairingFromPairs({
    rows: 4,
    columns: 4,
    pairs: [
      [0, 0, 1],
      [1, 0, 1],
      [1, 1, 1],
      [2, 1, 1],
      [3, 2, 1],
      [3, 3, 1],
    ],
  });

  const answer = solvePairing(problem);

  expect(answer).toMatchObject({ solved: false, of: "rows", rows: Int32Array.of(0, 1, 2), columns: Int32Array.of(0, 1), need: 3, offer: 2 });
});

test("says that every row is short of a pair when all pairs are forbidden", () => {
  const answer = solvePairing(pairingFromPairs({ rows: 2, columns: 2, pairs: [] }));

  expect(answer).toMatchObject({ solved: false, of: "rows", rows: Int32Array.of(0), need: 1, offer: 0 });
});
