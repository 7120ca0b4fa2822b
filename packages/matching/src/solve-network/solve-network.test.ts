import fc from "fast-check";
import { expect, test } from "vitest";
import { checkNetwork } from "../check-pairing/check-network.js";
import type { NetworkProblem } from "./network-problem.js";
import { smallNetworks } from "../testing/small-networks.js";
import { sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { solveBySuccessivePaths } from "../testing/solve-by-paths.js";
import { verifyNetwork } from "../verify-certificate/verify-network.js";
import { solveNetwork } from "./solve-network.js";

test(
  `equals successive shortest paths, certified, or names nodes that cannot be served, while every part of them can, on ${sweepSize} networks (seed ${sweepSeed})`,
  { timeout: sweepTime },
  () => {
    let unserved = 0;
    let several = 0;
    fc.assert(
      fc.property(smallNetworks(), (problem) => {
        checkNetwork(problem);
        const best = solveBySuccessivePaths(problem);

        const answer = solveNetwork(problem);

        expect(answer.solved ? answer.objective : undefined).toBe(best);
        if (answer.solved) expect(verifyNetwork(problem, answer).reason).toBe("");
        if (answer.solved) return;
        unserved++;
        const nodes = [...answer.nodes];
        const parts = Array.from({ length: 2 ** nodes.length - 1 }, (_, mask) => nodes.filter((_v, k) => (mask >> k) & 1));
        if (answer.need - answer.offer > 1) several++;
        expect([answer.need, answer.offer]).toEqual(measure(problem, nodes));
        expect(answer.need).toBeGreaterThan(answer.offer);
        expect(parts.map((part) => measure(problem, part)).filter(([need, offer]) => need > offer)).toEqual([]);
      }),
      { numRuns: sweepSize, seed: sweepSeed },
    );
    expect(unserved).toBeGreaterThan(sweepSize / 20);
    expect(several).toBeGreaterThan(sweepSize / 100);
  },
);

/** What must come into a set of nodes, and what may. */
function measure({ from, to, lower, upper, supply }: NetworkProblem, nodes: readonly number[]): [need: number, offer: number] {
  const crossing = [...from.keys()].filter((a) => nodes.includes(from[a]!) !== nodes.includes(to[a]!));
  const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0);
  const out = crossing.filter((a) => nodes.includes(from[a]!));
  return [sum(out.map((a) => lower[a]!)) - sum(nodes.map((v) => supply[v]!)), sum(crossing.filter((a) => !out.includes(a)).map((a) => upper[a]!))];
}

test("refuses a circle of endless arcs that costs less than nothing", () => {
  const endless = { lower: Float64Array.of(0, 0), upper: Float64Array.of(Infinity, Infinity), cost: Int32Array.of(1, -2), supply: Float64Array.of(0, 0) };

  const solve = () => solveNetwork({ nodes: 2, from: Int32Array.of(0, 1), to: Int32Array.of(1, 0), ...endless });

  expect(solve).toThrow(expect.objectContaining({ code: "unboundedCost" }));
});
