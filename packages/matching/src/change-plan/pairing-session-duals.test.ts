import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { listDualFaults } from "../testing/list-dual-faults.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { PairingSession } from "./pairing-session.js";

function reasonOf(session: PairingSession): string {
  const answer = session.answer();
  return answer.solved ? verifyPairing(session.problem, answer).reason : "no plan";
}

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

  expect([isSolved, ...listDualFaults(session.network), reasonOf(session)]).toEqual([false, ""]);
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

  expect([...listDualFaults(session.network), reasonOf(session)]).toEqual([""]);
});

test("stays certified when the way of one row that lost its place raises another's dual", () => {
  const session = new PairingSession(
    pairingFromPairs({
      rows: 4,
      columns: 4,
      pairs: [
        [0, 0, 1],
        [0, 2, 0],
        [1, 3, 0],
        [2, 0, 0],
        [3, 0, 0],
        [3, 2, 0],
      ],
      rowMin: 0,
      rowMax: [0, 1, 1, 1],
      columnMin: [2, 0, 2, 0],
      columnMax: [2, 0, 2, 0],
    }),
  );
  const proofs = [() => session.setRow(0, 1, 2), () => session.setColumn(2, 0, 0), () => session.setColumn(0, 0, 0), () => session.setColumn(0, 0, 2)].map(
    (change) => [change(), ...listDualFaults(session.network), reasonOf(session)],
  );

  expect(proofs).toEqual([
    [true, ""],
    [true, ""],
    [false, "no plan"],
    [true, ""],
  ]);
});
