import fc from "fast-check";
import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { smallPairings, sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { tryEveryPlan } from "../testing/try-every-plan.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { PairingSession } from "./pairing-session.js";

type Change = { kind: "row" | "column" | "forbid" | "allow" | "cost" | "addRow" | "addColumn"; a: number; b: number; c: number };

const changes = fc.array(
  fc.record({
    kind: fc.constantFrom<Change["kind"]>("row", "column", "forbid", "allow", "cost", "addRow", "addColumn"),
    a: fc.nat(1000),
    b: fc.nat(1000),
    c: fc.nat(60),
  }),
  { minLength: 1, maxLength: 8 },
);

function apply(session: PairingSession, { kind, a, b, c }: Change): void {
  const { rows, columns, start, column } = session.network.problem;
  const min = c % 3;
  if (kind === "row") session.setRow(a % rows, min % 2, min);
  else if (kind === "column") session.setColumn(a % columns, min % 2, min + (b % 3));
  else if (kind === "addRow") session.addRow([[b % columns, c]], min % 2, 1);
  else if (kind === "addColumn") session.addColumn([[b % rows, c]], 0, min);
  else if (column.length > 0) {
    const e = a % column.length;
    const row = start.findIndex((first) => first > e) - 1;
    if (kind === "forbid") session.forbid(row, column[e]!);
    else if (kind === "allow") session.allow(row, column[e]!);
    else session.setCost(row, column[e]!, c - 20);
  }
}

/** Newcomers can make a problem too large to try everything. */
const isSmall = ({ rows, columns }: PairingProblem) => rows <= 6 && columns <= 6;

test(
  `equals a fresh solve and brute force, with a verified certificate, after every change of ${sweepSize} random series (seed ${sweepSeed})`,
  { timeout: sweepTime },
  () => {
    fc.assert(
      fc.property(smallPairings(), changes, (problem, series) => {
        const session = new PairingSession(problem);
        for (const change of series) {
          apply(session, change);

          const answer = session.answer();

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
  },
);

const absences = fc.array(fc.record({ isRow: fc.boolean(), who: fc.nat(1000), isBack: fc.boolean(), max: fc.nat(3) }), { minLength: 1, maxLength: 12 });

test(`equals a fresh solve while people withdraw and return, ${sweepSize} random series (seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  fc.assert(
    fc.property(smallPairings(), absences, (problem, series) => {
      const session = new PairingSession(problem);
      for (const { isRow, who, isBack, max } of series) {
        if (isRow) session.setRow(who % problem.rows, isBack ? Math.min(1, max) : 0, isBack ? max : 0);
        else session.setColumn(who % problem.columns, isBack ? Math.min(1, max) : 0, isBack ? max : 0);

        const answer = session.answer();

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

test("stays certified when someone returns in vain and is helped later", () => {
  const session = new PairingSession(
    pairingFromPairs({
      rows: 3,
      columns: 3,
      pairs: [
        [0, 2, 0],
        [1, 2, 0],
        [2, 1, 0],
        [2, 2, 0],
      ],
      rowMin: [0, 1, 0],
      rowMax: [0, 1, 0],
      columnMax: [1, 0, 2],
      steps: [[-20], [], [-20, -20]],
    }),
  );
  session.setRow(0, 1, 1);
  const isSolved = session.setRow(2, 1, 2);

  session.setRow(0, 0, 0);

  const answer = session.answer();
  expect([isSolved, answer.solved && verifyPairing(session.problem, answer).reason]).toEqual([false, ""]);
});

test("stays certified when a withdrawal makes a plan possible again", () => {
  const session = new PairingSession(
    pairingFromPairs({
      rows: 5,
      columns: 4,
      pairs: [
        [0, 1, 0],
        [0, 3, 1],
        [1, 3, 0],
        [2, 1, 0],
        [2, 3, 0],
        [3, 2, 0],
        [3, 3, -1],
        [4, 0, 0],
      ],
      columnMin: [0, 2, 0, 2],
      columnMax: [1, 2, 0, 2],
    }),
  );
  session.setColumn(2, 1, 1);
  session.setRow(0, 1, 2);
  session.setColumn(1, 0, 0);

  session.setRow(1, 0, 0);

  const answer = session.answer();
  expect(answer.solved && verifyPairing(session.problem, answer).reason).toBe("");
});
