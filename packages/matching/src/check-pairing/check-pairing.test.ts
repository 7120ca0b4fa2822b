import { expect, test } from "vitest";
import { MatchingError, type MatchingErrorCode } from "../errors.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { checkPairing } from "./check-pairing.js";
import { pairingFromPairs, type PairingLists } from "./pairing-from-pairs.js";

function codeOf(work: () => unknown): MatchingErrorCode | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof MatchingError) return error.code;
    throw error;
  }
  return undefined;
}

const plain: PairingLists = {
  rows: 2,
  columns: 2,
  pairs: [
    [0, 0, 1],
    [1, 1, 1],
  ],
};

test.each<[string, Partial<PairingLists>, MatchingErrorCode]>([
  ["no rows", { rows: 0, pairs: [] }, "emptySide"],
  ["no columns", { columns: 0, pairs: [] }, "emptySide"],
  ["half a row", { rows: 1.5 }, "notInteger"],
  ["a cost that is no number", { pairs: [[0, 0, NaN]] }, "notInteger"],
  ["a cost with a fraction", { pairs: [[0, 0, 0.5]] }, "notInteger"],
  ["an endless cost", { pairs: [[0, 0, Infinity]] }, "notInteger"],
  ["a cost beyond 32 bits", { pairs: [[0, 0, 2 ** 31]] }, "costTooLarge"],
  ["a cost beyond 2⁵³", { pairs: [[0, 0, 2 ** 60]] }, "costTooLarge"],
  ["a minimum above its maximum", { rowMin: 2, rowMax: 1 }, "minAboveMax"],
  ["a negative count", { columnMin: -1 }, "negativeCount"],
  ["a row that does not exist", { pairs: [[2, 0, 1]] }, "outOfRange"],
  ["a column that is no number", { pairs: [[0, NaN, 1]] }, "outOfRange"],
  [
    "the same pair twice",
    {
      pairs: [
        [0, 0, 1],
        [0, 0, 2],
      ],
    },
    "duplicatePair",
  ],
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
  ["counts of the wrong length", { columnMax: [1] }, "lengthMismatch"],
])("refuses %s", (_what, part, code) => {
  expect(codeOf(() => pairingFromPairs({ ...plain, ...part }))).toBe(code);
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

test("solves the largest and the most negative costs exactly", () => {
  const most = 2 ** 31 - 1;
  const problem = pairingFromPairs({
    rows: 3,
    columns: 3,
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

test("does not certify a plan that was tampered with", () => {
  const problem = pairingFromPairs({
    rows: 2,
    columns: 2,
    pairs: [
      [0, 0, 1],
      [0, 1, 5],
      [1, 0, 5],
      [1, 1, 1],
    ],
  });
  const plan = solvePairing(problem);
  if (!plan.solved) throw new Error("solvable");

  expect(verifyPairing(problem, { ...plan, chosen: Int32Array.of(1, 2) }).reason).toBe("objective");
  expect(verifyPairing(problem, { ...plan, chosen: Int32Array.of(1, 2), objective: 10 }).reason).toBe("gap");
  expect(verifyPairing(problem, { ...plan, chosen: Int32Array.of(0) }).reason).toBe("row count");
  expect(verifyPairing(problem, { ...plan, chosen: Int32Array.of(0, 9) }).reason).toBe("unknown pair");
  expect(verifyPairing(problem, { ...plan, duals: { row: Float64Array.of(0.5, 1), column: Float64Array.of(0, 0) } }).reason).toBe("duals");
});
