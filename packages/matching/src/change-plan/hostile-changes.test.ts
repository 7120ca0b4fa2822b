import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import type { MatchingErrorCode } from "../errors.js";
import { codeOf } from "../testing/code-of.js";
import { PairingSession } from "./pairing-session.js";

const aSession = () =>
  new PairingSession(
    pairingFromPairs({
      rows: 2,
      columns: 2,
      pairs: [
        [0, 0, 1],
        [1, 1, 1],
      ],
    }),
  );

test.each<[string, (session: PairingSession) => unknown, MatchingErrorCode]>([
  ["a row that does not exist", (s) => s.setRow(2, 0, 1), "outOfRange"],
  ["a column that is no number", (s) => s.setColumn(NaN, 0, 1), "outOfRange"],
  ["counts turned round", (s) => s.setRow(0, 2, 1), "minAboveMax"],
  ["a negative count", (s) => s.setColumn(0, -1, 1), "negativeCount"],
  ["half a count", (s) => s.setRow(0, 0.5, 1), "notInteger"],
  ["an endless count", (s) => s.setColumn(0, 0, Infinity), "notInteger"],
  ["a count beyond memory", (s) => s.setColumn(0, 0, 2 ** 30), "tooMany"],
  ["a pair that was never listed", (s) => s.forbid(0, 1), "unknownPair"],
  ["a cost that is no number", (s) => s.setCost(0, 0, NaN), "notInteger"],
  ["a cost beyond 32 bits", (s) => s.setCost(0, 0, 2 ** 31), "costTooLarge"],
  ["a newcomer nobody could meet", (s) => s.addRow([[5, 1]]), "outOfRange"],
  ["a newcomer for a row that does not exist", (s) => s.addColumn([[-1, 1]]), "outOfRange"],
  [
    "a newcomer listed twice",
    (s) =>
      s.addColumn([
        [0, 1],
        [0, 2],
      ]),
    "duplicatePair",
  ],
  ["a newcomer whose cost is no number", (s) => s.addRow([[0, NaN]]), "notInteger"],
  ["a newcomer with counts turned round", (s) => s.addColumn([[0, 1]], 2, 1), "minAboveMax"],
  ["a newcomer with half a count", (s) => s.addRow([[0, 1]], 0.5, 1), "notInteger"],
])("a session refuses %s and goes on as it was", (_what, change, code) => {
  const session = aSession();

  expect(codeOf(() => change(session))).toBe(code);
  expect([session.objective, session.isSolved, session.partnersOf(0), session.problem.rows]).toEqual([2, true, [0], 2]);
});

test("a session refuses rosters, which it cannot keep", () => {
  const roster = pairingFromPairs({
    rows: 2,
    columns: 1,
    pairs: [
      [0, 0, 1],
      [1, 0, 1],
    ],
    rowMin: 0,
    rowMax: 1,
    columnMax: 2,
    together: [0, 0],
  });

  expect(codeOf(() => new PairingSession(roster))).toBe("badFormat");
});
