import fc from "fast-check";
import { munkres } from "munkres";
import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { sessionPairings, smallPairings, sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { tryEveryPlan } from "../testing/try-every-plan.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { isSettled, planOf, solveByAuction, solveByInsertion, solvePairing } from "./solve-pairing.js";
import { trimPlaces } from "./trim-places.js";

test(`equals brute force, with a verified certificate, on ${sweepSize} random small pairings (seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  fc.assert(
    fc.property(smallPairings(), (problem) => {
      const best = tryEveryPlan(problem);

      const answer = solvePairing(problem);

      expect(answer.solved ? answer.objective : undefined).toBe(best);
      if (answer.solved) expect(verifyPairing(problem, answer)).toEqual({ certified: true, reason: "" });
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
});

test(`solves alike by insertion and by auction, on ${sweepSize} random small pairings (seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  let inserted = 0;
  fc.assert(
    fc.property(sessionPairings(), (problem) => {
      const auctioned = solveByAuction(trimPlaces(problem));

      const net = solveByInsertion(trimPlaces(problem));

      if (net === undefined) return;
      inserted++;
      expect(isSettled(net)).toBe(isSettled(auctioned));
      if (!isSettled(net)) return;
      expect(net.spent).toBe(auctioned.spent);
      for (const way of [net, auctioned]) expect(verifyPairing(problem, planOf(way, problem)).reason).toBe("");
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
  expect(inserted).toBeGreaterThan(sweepSize / 3);
});

test("equals the Hungarian algorithm on dense square pairings of up to 40", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 40 })
        .chain((n) => fc.array(fc.array(fc.integer({ min: -50, max: 5000 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n })),
      (matrix) => {
        const oracle = munkres(matrix).reduce((sum, [i, j]) => sum + matrix[i]![j]!, 0);

        const answer = solvePairing(
          pairingFromPairs({ rows: matrix.length, columns: matrix.length, pairs: matrix.flatMap((row, i) => row.map((c, j) => [i, j, c] as const)) }),
        );

        expect(answer.solved && answer.objective).toBe(oracle);
      },
    ),
    { numRuns: 60, seed: sweepSeed },
  );
});
