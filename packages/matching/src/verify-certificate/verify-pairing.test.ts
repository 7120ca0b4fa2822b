import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { verifyPairing } from "./verify-pairing.js";

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

test("does not certify a roster that takes someone twice at a time, or whose gates claim too much", () => {
  const problem = pairingFromPairs({
    rows: 3,
    columns: 2,
    columnMax: 2,
    together: [0, 0, 2],
    pairs: [
      [0, 0, 1],
      [0, 1, 5],
      [1, 0, 1],
      [1, 1, 9],
      [2, 0, 1],
    ],
  });
  const plan = solvePairing(problem);
  if (!plan.solved) throw new Error("solvable");

  expect(plan.objective).toBe(7);
  expect(verifyPairing(problem, plan)).toEqual({ certified: true, reason: "" });
  expect(verifyPairing(problem, { ...plan, chosen: Int32Array.of(0, 2, 4), objective: 3 }).reason).toBe("two at once");
  expect(verifyPairing(problem, { ...plan, duals: { ...plan.duals, gate: plan.duals.gate!.map((w) => w + 1) } }).reason).toBe("gap");
  expect(verifyPairing(problem, { ...plan, duals: { row: plan.duals.row, column: plan.duals.column } }).reason).toBe("gap");
});
