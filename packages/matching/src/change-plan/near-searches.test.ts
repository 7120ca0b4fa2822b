import fc from "fast-check";
import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { listDualFaults } from "../testing/list-dual-faults.js";
import { applyAbsence, applyChange, smallAbsences, smallChanges } from "../testing/small-changes.js";
import { sessionPairings, sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { countNear } from "./near-pairs.js";
import { PairingSession } from "./pairing-session.js";

/** What is wrong with a session's plan and duals, in words, and whether a fresh solve costs as much. */
function faultsOf(session: PairingSession): unknown[] {
  const answer = session.answer();
  const fresh = solvePairing(session.problem);
  const costs = [answer.solved && answer.objective, answer.solved && session.objective, fresh.solved && fresh.objective];
  const reason = answer.solved ? verifyPairing(session.problem, answer).reason : "";
  return [...listDualFaults(session.network), ...(new Set(costs).size > 1 ? costs : []), ...(reason === "" ? [] : [reason])];
}

const near = () => fc.integer({ min: 1, max: 3 });

test(
  `looking at a few near pairs first, withdrawals and returns stay as good as a fresh solve, ${sweepSize} series (seed ${sweepSeed})`,
  { timeout: sweepTime },
  () => {
    fc.assert(
      fc.property(sessionPairings(), smallAbsences(), near(), (problem, series, few) => {
        const session = new PairingSession(problem, few);
        for (const absence of series) {
          applyAbsence(session, absence);
          expect(faultsOf(session)).toEqual([]);
        }
      }),
      { numRuns: sweepSize, seed: sweepSeed },
    );
  },
);

test(`and so do withdrawals among changes of every kind, ${sweepSize} series (seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  fc.assert(
    fc.property(sessionPairings(), smallChanges(), smallAbsences(), near(), (problem, changes, absences, few) => {
      const session = new PairingSession(problem, few);
      for (const [k, absence] of absences.entries()) {
        applyAbsence(session, absence);
        expect(faultsOf(session)).toEqual([]);
        const change = changes[k];
        if (change !== undefined) applyChange(session, change);
        expect(faultsOf(session)).toEqual([]);
      }
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
});

/** Everyone may meet everyone along one street, at the distance and a little more, so that a gap is filled by long chains of moves. */
function densePairing(rows: number, columns: number): PairingProblem {
  const distance = (i: number, j: number) => Math.abs(((i * 7919) % 10_007) - ((j * 5003) % 10_007));
  const costs = Array.from({ length: rows * columns }, (_, k) => distance(Math.floor(k / columns), k % columns) + ((k * 7919) % 997));
  const pairs = costs.map((cost, k) => [Math.floor(k / columns), k % columns, cost] as const);
  return pairingFromPairs({ rows, columns, pairs, columnMin: 1, columnMax: 2 });
}

test.each([
  ["as many as it takes by itself", undefined],
  ["so few that they are soon exhausted and listed anew", 1],
])("a dense pairing with %s stays optimal while people of either side leave, some return and costs change", (_what, few) => {
  const session = new PairingSession(densePairing(150, 140), few);
  const faults: unknown[] = [];
  for (let k = 0; k < 60; k++) {
    const one = (k * 37) % 140;
    if (k % 2 === 0) session.setRow(one, 0, 0);
    else session.setColumn(one, 0, 0);
    for (let n = 0; n < 6; n++) session.setCost((one + n * n) % 150, (k * 11 + n) % 140, (k * n * 97) % 3_000);
    if (k % 4 === 2) session.setRow(one, 1, 1);
    if (k % 4 === 3) session.setColumn(one, 1, 2);
    faults.push(...faultsOf(session));
  }

  expect([session.isSolved, ...faults]).toEqual([true]);
});

test("only pairings that are dense and large get such lists by themselves", () => {
  const small = densePairing(100, 100);
  const sparse = { ...small, rows: 12_800, columns: 12_800, cost: new Int32Array(12_800 * 130) };

  expect([densePairing(150, 140), small, sparse].map(countNear)).toEqual([64, 0, 0]);
});
