import { expect, test } from "vitest";
import { generateSmall } from "../generate-world/generate-small.js";
import { findBetterPlan } from "../bench/find-better-plan.js";
import { advancePlan } from "./advance-plan.js";
import { beginPlan } from "./begin-plan.js";

const CASES = process.env["LIANXIN_FULL"] ? 500 : 20;

test(`finds the optimum of ${CASES} small cases (seeds 1–${CASES}), proved by exhaustive search`, () => {
  const beaten: number[] = [];

  for (let seed = 1; seed <= CASES; seed++) {
    const planning = beginPlan(generateSmall(seed), { seed, iterations: 200_000 });
    while (!advancePlan(planning, 100_000));
    if (findBetterPlan(planning.model, planning.state.best.total)) beaten.push(seed);
  }

  expect(beaten.length).toBeLessThanOrEqual(Math.floor(CASES * 0.005));
}, 3_600_000);
