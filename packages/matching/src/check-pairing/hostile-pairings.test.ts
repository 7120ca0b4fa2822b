import { expect, test } from "vitest";
import type { MatchingErrorCode } from "../errors.js";
import { keepPriced } from "../keep-plan/keep-priced.js";
import { keepWithinSlack } from "../keep-plan/keep-within-slack.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { codeOf } from "../testing/code-of.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { checkPairing } from "./check-pairing.js";
import { pairingFromPairs, type PairingLists } from "./pairing-from-pairs.js";

const pairs: [number, number, number][] = [
  [0, 0, 1],
  [1, 1, 1],
];
const plain: PairingLists = { rows: 2, columns: 2, pairs };
const holed: (typeof pairs)[number][] = [[0, 0, 1]];
holed[3] = [1, 1, 1];

test.each<[string, object, MatchingErrorCode]>([
  ["no rows", { rows: 0, pairs: [] }, "emptySide"],
  ["no columns", { columns: 0, pairs: [] }, "emptySide"],
  ["half a row", { rows: 1.5 }, "notInteger"],
  ["fewer than no rows", { rows: -1 }, "negativeCount"],
  ["rows that are no number", { rows: NaN }, "notInteger"],
  ["endless rows", { rows: Infinity }, "notInteger"],
  ["more rows than memory holds", { rows: 2 ** 31 - 1 }, "tooMany"],
  ["a cost that is no number", { pairs: [[0, 0, NaN]] }, "notInteger"],
  ["a cost left out", { pairs: [[0, 0]] }, "notInteger"],
  ["a cost with a fraction", { pairs: [[0, 0, 0.5]] }, "notInteger"],
  ["an endless cost", { pairs: [[0, 0, Infinity]] }, "notInteger"],
  ["a cost beyond 32 bits", { pairs: [[0, 0, 2 ** 31]] }, "costTooLarge"],
  ["a cost beyond 2⁵³", { pairs: [[0, 0, -(2 ** 60)]] }, "costTooLarge"],
  ["pairs with holes", { pairs: holed }, "badFormat"],
  ["a pair that is no list", { pairs: [{ 0: 0, 1: 0, 2: 1 }] }, "badFormat"],
  ["a minimum above its maximum", { rowMin: 2, rowMax: 1 }, "minAboveMax"],
  ["a negative count", { columnMin: -1 }, "negativeCount"],
  ["counts with holes", { columnMax: new Array(2) }, "notInteger"],
  ["more places to fill than memory holds", { columnMin: 2 ** 30, columnMax: 2 ** 30 }, "tooMany"],
  ["a row that does not exist", { pairs: [[2, 0, 1]] }, "outOfRange"],
  ["half of a row", { pairs: [[0.5, 0, 1]] }, "outOfRange"],
  ["a column that is no number", { pairs: [[0, NaN, 1]] }, "outOfRange"],
  ["the same pair twice", { pairs: [...pairs, [0, 0, 2]] }, "duplicatePair"],
  [
    "falling steps",
    {
      columnMax: 2,
      steps: [
        [2, 1],
        [0, 0],
      ],
    },
    "stepsNotRising",
  ],
  ["steps of the wrong length", { columnMax: 2, steps: [[2], [0, 0]] }, "lengthMismatch"],
  ["steps with holes", { columnMax: 2, steps: [new Array(2), [0, 0]] }, "notInteger"],
  ["counts of the wrong length", { columnMax: [1] }, "lengthMismatch"],
  ["a time that does not exist", { together: [0, 2] }, "outOfRange"],
  ["half a time", { together: [0, 0.5] }, "notInteger"],
])("refuses a pairing with %s", (_what, part, code) => {
  expect(codeOf(() => pairingFromPairs({ ...plain, ...part }))).toBe(code);
});

test.each<[string, object, MatchingErrorCode]>([
  ["rows that are no number", { rows: NaN }, "lengthMismatch"],
  ["plain lists for counts", { rowMin: [NaN, 1] }, "badFormat"],
  ["rows that begin before others end", { start: Int32Array.of(0, 3, 2) }, "outOfRange"],
  ["rows that leave pairs out", { start: Int32Array.of(0, 1, 1) }, "lengthMismatch"],
  ["times of the wrong length", { together: Int32Array.of(0) }, "lengthMismatch"],
])("refuses a ready-made pairing with %s", (_what, part, code) => {
  expect(codeOf(() => checkPairing({ ...pairingFromPairs(plain), ...part }))).toBe(code);
});

test("refuses sums that could pass 2⁵³", () => {
  const rows = 3_000_000;
  const problem: PairingProblem = {
    rows,
    columns: 1,
    start: new Int32Array(rows + 1).fill(1).fill(0, 0, 1),
    column: Int32Array.of(0),
    cost: Int32Array.of(2 ** 31 - 1),
    rowMin: new Int32Array(rows),
    rowMax: new Int32Array(rows).fill(1),
    columnMin: Int32Array.of(0),
    columnMax: Int32Array.of(1),
  };

  expect(codeOf(() => checkPairing(problem))).toBe("sumTooLarge");
});

test("refuses slacks and prices that are no whole numbers from nothing", () => {
  const problem = pairingFromPairs(plain);

  expect([0.5, NaN, Infinity, -1, 2 ** 31].map((price) => codeOf(() => keepPriced(problem, [], price)))).toEqual([
    "notInteger",
    "notInteger",
    "notInteger",
    "negativeCount",
    "costTooLarge",
  ]);
  expect([0.5, NaN, -1].map((slack) => codeOf(() => keepWithinSlack(problem, [], slack)))).toEqual(["notInteger", "notInteger", "negativeCount"]);
});

test("solves the largest and the most negative costs exactly, and limits of thousands of millions at once", () => {
  const most = 2 ** 31 - 1;
  const problem = pairingFromPairs({
    rows: 3,
    columns: 3,
    columnMax: most,
    columnMin: 1,
    pairs: [
      [0, 0, most],
      [0, 1, most - 1],
      [1, 0, -most],
      [1, 1, -most],
      [1, 2, most],
      [2, 2, -most],
      [2, 1, most],
    ],
  });

  const answer = solvePairing(problem);

  expect(answer.solved && answer.objective).toBe(most - 1 - most - most);
  expect(answer.solved && verifyPairing(problem, answer).certified).toBe(true);
});

test("refuses a price on changes that makes sums pass 2⁵³, and proves nothing by such a price under a slack", () => {
  const wide = pairingFromPairs({ rows: 2, columns: 2, rowMax: 2 ** 21, columnMax: 2, pairs });

  expect(codeOf(() => keepPriced(wide, [], 2 ** 30))).toBe("sumTooLarge");
  expect(keepPriced(wide, [0, 1], 2 ** 28)).toMatchObject({ cost: 2, moves: 0, dropped: 0 });
  expect(keepWithinSlack(wide, [0, 1], 5)).toMatchObject({ cost: 2, moves: 0, dropped: 0, atLeast: 0 });
});
