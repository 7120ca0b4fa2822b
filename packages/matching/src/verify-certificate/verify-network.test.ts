import { expect, test } from "vitest";
import { solveNetwork } from "../solve-network/solve-network.js";
import { verifyNetwork } from "./verify-network.js";

const network = {
  nodes: 2,
  from: Int32Array.of(0, 0),
  to: Int32Array.of(1, 1),
  lower: Float64Array.of(0, 0),
  upper: Float64Array.of(2, 2),
  cost: Int32Array.of(1, 3),
  supply: Float64Array.of(2, -2),
};

test("certifies an optimal flow and none that was tampered with", () => {
  const plan = solveNetwork(network);
  if (!plan.solved) throw new Error("solvable");

  expect(verifyNetwork(network, plan)).toEqual({ certified: true, reason: "" });
  expect(verifyNetwork(network, { ...plan, flow: Float64Array.of(1, 1) }).reason).toBe("objective");
  expect(verifyNetwork(network, { ...plan, flow: Float64Array.of(1, 1), objective: 4 }).reason).toBe("gap");
  expect(verifyNetwork(network, { ...plan, flow: Float64Array.of(3, -1) }).reason).toBe("bounds");
  expect(verifyNetwork(network, { ...plan, flow: Float64Array.of(1, 0) }).reason).toBe("balance");
});
