import fc from "fast-check";
import { expect, test } from "vitest";
import { densePlanCase } from "../oracle/dense-plan-case.js";
import { randomPlanCase } from "../oracle/random-plan-case.js";
import { listSweeps } from "../oracle/sweep.js";
import { generatePublished } from "../generate-world/generate-published.js";
import { advancePlan, beginPlan } from "./begin-plan.js";
import { plan, readBestPlan } from "./plan.js";

const justly = "breaks no rule in $runs random plans (seed $seed), and counts every term as the independent checker does";

test.each(listSweeps(77, 150))(
  justly,
  ({ seed: first, runs }) => {
    fc.assert(
      fc.property(fc.nat(0x7fffffff), (seed) => {
        const problem = seed % 4 === 0 ? randomPlanCase(seed) : densePlanCase(seed);
        const planning = beginPlan(problem, { seed, iterations: 4096 });
        while (!advancePlan(planning, 4096));

        const { score, violations } = readBestPlan(planning);

        expect(violations.filter((one) => one.term !== "unplaced")).toEqual([]);
        expect(score).toEqual(planning.state.best.total);
      }),
      { numRuns: runs, seed: first },
    );
  },
  300_000,
);

test("gives the same plan for the same seed and iterations, however the search is sliced, and another for another seed", () => {
  const problem = generatePublished(3, 60);
  const sliced = beginPlan(problem, { seed: 7, iterations: 20_000 });
  while (!advancePlan(sliced, 512));

  const [first, again, other] = [7, 7, 8].map((seed) => JSON.stringify(plan(problem, { seed, iterations: 20_000 }).assignments));

  expect(again).toBe(first);
  expect(JSON.stringify(readBestPlan(sliced).assignments)).toBe(first);
  expect(other).not.toBe(first);
});
