import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { listDualFaults } from "../testing/list-dual-faults.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { PairingSession } from "./pairing-session.js";

/** 300 rows, each with 12 of 280 columns, of which the first 40 rows know the same 12, so that at least 28 cannot be served. */
const tooMany = (rowMin: number, bonus = 0) =>
  pairingFromPairs({
    rows: 300,
    columns: 280,
    rowMin,
    rowMax: 1,
    pairs: Array.from({ length: 300 * 12 }, (_, k) => {
      const row = Math.floor(k / 12);
      const column = row < 40 ? k % 12 : ((row * 53) % 269) + (k % 12);
      return [row, column, ((k * 7919) % 1009) - bonus] as const;
    }),
  });

test("a session that opens without a plan serves all who can be served, and has a plan once the others withdraw", () => {
  const session = new PairingSession(tooMany(1));
  const { balance } = session.network;
  const left = Array.from({ length: 300 }, (_, i) => i).filter((i) => balance[i] !== 0);
  const opened = [session.isSolved, left.length, ...listDualFaults(session.network)];

  for (const i of left) session.setRow(i, 0, 0);

  const answer = session.answer();
  const most = solvePairing(tooMany(0, 1_000_000));
  const fresh = solvePairing(session.problem);
  expect(left.length).toBeGreaterThanOrEqual(28);
  expect(opened).toEqual([false, most.solved && 300 - most.chosen.length]);
  expect([session.isSolved, ...listDualFaults(session.network)]).toEqual([true]);
  expect([answer.solved && verifyPairing(session.problem, answer).certified, session.objective]).toEqual([true, fresh.solved && fresh.objective]);
});

test("what a row reached in vain rises just once with a later row, though the first row holds another column", () => {
  const session = new PairingSession(
    pairingFromPairs({
      rows: 4,
      columns: 2,
      pairs: [
        [0, 0, 0],
        [1, 0, 0],
        [1, 1, 0],
        [2, 1, 0],
      ],
      rowMin: [1, 2, 1, 0],
      rowMax: [1, 2, 1, 0],
      columnMax: 1,
      steps: [[-20], [-20]],
    }),
  );

  expect([session.isSolved, ...listDualFaults(session.network)]).toEqual([false]);
});
