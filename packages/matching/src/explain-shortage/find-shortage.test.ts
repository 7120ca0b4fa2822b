import fc from "fast-check";
import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { smallPairings, sweepSeed, sweepSize } from "../testing/small-pairings.js";

/** Places the given rows could get at most, each column giving what it has and each pair used once. */
function offerTo(problem: PairingProblem, rows: readonly number[]): number {
  const degree = new Map<number, number>();
  for (const i of rows)
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) degree.set(problem.column[e]!, (degree.get(problem.column[e]!) ?? 0) + 1);
  return [...degree].reduce((sum, [j, n]) => sum + Math.min(n, problem.columnMax[j]!), 0);
}

/** Times the given columns could be filled at most. */
function offerBy(problem: PairingProblem, columns: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < problem.rows; i++) {
    const own = [...problem.column.subarray(problem.start[i], problem.start[i + 1])].filter((j) => columns.includes(j));
    sum += Math.min(own.length, problem.rowMax[i]!);
  }
  return sum;
}

function isShort(problem: PairingProblem, of: Shortage["of"], members: readonly number[]): boolean {
  const least = of === "rows" ? problem.rowMin : problem.columnMin;
  return members.reduce((sum, k) => sum + least[k]!, 0) > (of === "rows" ? offerTo(problem, members) : offerBy(problem, members));
}

test(`names a violated set that is short, and no longer short without any one member (seed ${sweepSeed})`, () => {
  let shortages = 0;
  fc.assert(
    fc.property(smallPairings(), (problem) => {
      const answer = solvePairing(problem);
      if (answer.solved) return;

      shortages++;
      const members = [...(answer.of === "rows" ? answer.rows : answer.columns)];

      expect(answer.need).toBeGreaterThan(answer.offer);
      expect(isShort(problem, answer.of, members)).toBe(true);
      for (const left of members) {
        const rest = members.filter((k) => k !== left);
        expect(isShort(problem, answer.of, rest)).toBe(false);
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
