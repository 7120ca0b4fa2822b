import fc from "fast-check";
import { expect, test } from "vitest";
import { checkNetwork } from "../check-pairing/check-network.js";
import { smallNetworks } from "../testing/small-networks.js";
import { sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { solveBySuccessivePaths } from "../testing/solve-by-paths.js";
import { verifyNetwork } from "../verify-certificate/verify-network.js";
import { solveNetwork } from "./solve-network.js";

test(
  `equals successive shortest paths, certified, or names nodes that cannot be served, on ${sweepSize} networks (seed ${sweepSeed})`,
  { timeout: sweepTime },
  () => {
    let unserved = 0;
    fc.assert(
      fc.property(smallNetworks(), (problem) => {
        checkNetwork(problem);
        const best = solveBySuccessivePaths(problem);

        const answer = solveNetwork(problem);

        expect(answer.solved ? answer.objective : undefined).toBe(best);
        if (answer.solved) expect(verifyNetwork(problem, answer).reason).toBe("");
        else expect(answer.need).toBeGreaterThan(answer.offer);
        if (!answer.solved) unserved++;
      }),
      { numRuns: sweepSize, seed: sweepSeed },
    );
    expect(unserved).toBeGreaterThan(sweepSize / 20);
  },
);

test("refuses a circle of endless arcs that costs less than nothing", () => {
  const endless = { lower: Float64Array.of(0, 0), upper: Float64Array.of(Infinity, Infinity), cost: Int32Array.of(1, -2), supply: Float64Array.of(0, 0) };

  const solve = () => solveNetwork({ nodes: 2, from: Int32Array.of(0, 1), to: Int32Array.of(1, 0), ...endless });

  expect(solve).toThrow(expect.objectContaining({ code: "unboundedCost" }));
});
