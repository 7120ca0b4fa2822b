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
  ["a question about a row before the first", (s) => s.partnersOf(-1), "outOfRange"],
  ["a question about a row after the last", (s) => s.partnersOf(2), "outOfRange"],
])("a session refuses %s and goes on as it was", (_what, change, code) => {
  const session = aSession();

  expect(codeOf(() => change(session))).toBe(code);
  expect([session.objective, session.isSolved, session.partnersOf(0), session.problem.rows]).toEqual([2, true, [0], 2]);
});

test.each<[number, MatchingErrorCode]>([
  [NaN, "notInteger"],
  [-1, "negativeCount"],
  [Infinity, "notInteger"],
])("a session refuses to look at %s near pairs", (near, code) => {
  const problem = pairingFromPairs({ rows: 1, columns: 1, pairs: [[0, 0, 1]] });

  expect(codeOf(() => new PairingSession(problem, near))).toBe(code);
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

  expect(codeOf(() => new PairingSession(roster))).toBe("fallTogether");
});

const together = () =>
  new PairingSession(
    pairingFromPairs({
      rows: 2,
      columns: 2,
      pairs: [
        [0, 0, 1],
        [0, 1, 5],
        [1, 0, 1],
        [1, 1, 5],
      ],
      together: [0, 0],
    }),
  );

test.each<[string, (session: PairingSession) => unknown]>([
  ["two places for a column", (s) => s.setColumn(0, 0, 2)],
  [
    "a column with two places",
    (s) =>
      s.addColumn(
        [
          [0, 1],
          [1, 1],
        ],
        0,
        2,
      ),
  ],
])("a session refuses %s that could take two rows that fall together, and goes on as it was", (_what, change) => {
  const session = together();

  expect(codeOf(() => change(session))).toBe("fallTogether");
  expect([session.objective, session.isSolved, session.problem.columns]).toEqual([6, true, 2]);
  expect(new Set([session.partnersOf(0)[0], session.partnersOf(1)[0]]).size).toBe(2);
});

test("a row that arrives in a session falls together with no other", () => {
  const session = together();

  session.addColumn([[0, 0]], 0, 3);
  session.addRow([[0, 3]]);

  expect([session.isSolved, session.objective, session.problem.together]).toEqual([true, 8, Int32Array.of(0, 0, -1)]);
});

test("a session refuses costs and counts whose sums could pass 2⁵³, and takes them where others have become smaller", () => {
  const large = () =>
    new PairingSession(
      pairingFromPairs({
        rows: 1,
        columns: 2,
        rowMax: 2 ** 20,
        pairs: [
          [0, 0, 2 ** 31 - 1],
          [0, 1, 1],
        ],
      }),
    );

  const [counts, costs] = [large(), large()];

  expect(codeOf(() => counts.setRow(0, 1, 2 ** 22))).toBe("sumTooLarge");
  expect([counts.problem.rowMax[0], counts.objective]).toEqual([2 ** 20, 1]);
  costs.setCost(0, 0, 5);
  costs.setRow(0, 1, 2 ** 22);
  expect(codeOf(() => costs.setCost(0, 1, 2 ** 31 - 1))).toBe("sumTooLarge");
  expect([costs.isSolved, costs.objective, costs.problem.cost[1]]).toEqual([true, 1, 1]);
});
