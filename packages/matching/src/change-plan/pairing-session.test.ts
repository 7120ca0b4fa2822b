import fc from "fast-check";
import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { listDualFaults } from "../testing/list-dual-faults.js";
import { applyAbsence, applyChange, smallAbsences, smallChanges } from "../testing/small-changes.js";
import { sessionPairings, sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { tryEveryPlan } from "../testing/try-every-plan.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { PairingSession } from "./pairing-session.js";

/** Newcomers can make a problem too large to try everything. */
const isSmall = ({ rows, columns }: PairingProblem) => rows <= 6 && columns <= 6;

test(
  `equals a fresh solve and brute force, with a verified certificate, after every change of ${sweepSize} random series (seed ${sweepSeed})`,
  { timeout: sweepTime },
  () => {
    let refused = 0;
    fc.assert(
      fc.property(sessionPairings(), smallChanges(), (problem, series) => {
        const session = new PairingSession(problem);
        for (const change of series) {
          if (!applyChange(session, change)) refused++;

          const answer = session.answer();

          expect(listDualFaults(session.network)).toEqual([]);
          const fresh = solvePairing(session.problem);
          if (isSmall(session.problem)) expect(fresh.solved ? fresh.objective : undefined).toBe(tryEveryPlan(session.problem));
          expect(answer.solved).toBe(fresh.solved);
          if (!answer.solved || !fresh.solved) continue;
          expect(answer.objective).toBe(fresh.objective);
          expect(session.objective).toBe(fresh.objective);
          expect(verifyPairing(session.problem, answer).reason).toBe("");
        }
      }),
      { numRuns: sweepSize, seed: sweepSeed },
    );
    expect(refused).toBeGreaterThan(sweepSize / 50);
  },
);

test(`equals a fresh solve while people withdraw and return, ${sweepSize} random series (seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  fc.assert(
    fc.property(sessionPairings(), smallAbsences(), (problem, series) => {
      const session = new PairingSession(problem);
      expect(listDualFaults(session.network)).toEqual([]);
      for (const absence of series) {
        applyAbsence(session, absence);

        const answer = session.answer();

        expect(listDualFaults(session.network)).toEqual([]);
        const fresh = solvePairing(session.problem);
        expect([answer.solved, answer.solved && session.objective]).toEqual([fresh.solved, fresh.solved && fresh.objective]);
        if (answer.solved) expect(verifyPairing(session.problem, answer).reason).toBe("");
      }
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
});

test("gives the elder of a cadre who withdraws to the next nearest, and back when the cadre returns", () => {
  const session = new PairingSession(
    pairingFromPairs({
      rows: 2,
      columns: 3,
      pairs: [
        [0, 0, 1],
        [0, 1, 5],
        [1, 1, 1],
        [1, 2, 2],
      ],
    }),
  );

  session.setColumn(0, 0, 0);
  const without = [session.partnersOf(0), session.partnersOf(1), session.objective];
  session.setColumn(0, 0, 1);

  expect(without).toEqual([[1], [2], 7]);
  expect([session.partnersOf(0), session.partnersOf(1), session.objective]).toEqual([[0], [1], 2]);
});

test("refuses a change to a pair that was never listed", () => {
  const session = new PairingSession(pairingFromPairs({ rows: 1, columns: 2, pairs: [[0, 0, 1]] }));

  expect(() => session.forbid(0, 1)).toThrow(expect.objectContaining({ code: "unknownPair" }));
});
