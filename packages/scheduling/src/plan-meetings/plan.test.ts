import fc from "fast-check";
import { expect, test } from "vitest";
import { densePlanCase } from "../oracle/dense-plan-case.js";
import { randomPlanCase } from "../oracle/random-plan-case.js";
import { listSweeps } from "../oracle/sweep.js";
import { generatePublished } from "../generate-world/generate-published.js";
import type { Violation } from "../verify-plan/check-place.js";
import { advancePlan } from "./advance-plan.js";
import { beginPlan } from "./begin-plan.js";
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

        const pins = problem.meetings.flatMap((one) => (one.pinned ? [one.id] : []));
        const isOfPin = (one: Violation): boolean => pins.includes(one.meeting) || pins.includes(String(one.params["other"]));
        const broken = violations.filter((one) => one.term !== "unplaced");
        expect(broken.filter((one) => !isOfPin(one))).toEqual([]);
        if (broken.length === 0) expect(score).toEqual(planning.state.best.total);
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

test("places at most one meeting, or reads sixteen calendars, between two looks at whether to stop, from the first step on", () => {
  const planning = beginPlan(generatePublished(5, 100), { seed: 1, iterations: 4096 });
  const { people, venues } = planning.model.compiled;
  let [read, placed, steps] = [0, 0, 0];

  for (; planning.construction; steps++) {
    advancePlan(planning, 512);
    const [isRead, isPlaced] = [people.stretches.length + venues.stretches.length, 100 - planning.state.unplaced.size];
    expect(isRead - read).toBeLessThanOrEqual(16);
    expect(isPlaced - placed).toBeLessThanOrEqual(1);
    [read, placed] = [isRead, isPlaced];
  }

  expect([placed, planning.iteration, steps > 200]).toEqual([100, 0, true]);
});

test("hands over the meetings placed so far when it is stopped while the first plan is being made", () => {
  let polls = 0;
  const { assignments, unplaced, violations } = plan(generatePublished(5, 100), { iterations: 4096, shouldStop: () => ++polls > 40 });

  expect(assignments.length).toBeGreaterThan(0);
  expect(assignments.length + unplaced.length).toBe(100);
  expect(violations.every((one) => one.term === "unplaced")).toBe(true);
});
