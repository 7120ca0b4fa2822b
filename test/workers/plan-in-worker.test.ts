import { afterAll, expect, test } from "vitest";
import { score, type Plan, type Progress } from "@lianxin/scheduling";
import { generatePublished } from "@lianxin/scheduling/bench";
import { workerRunner } from "@lianxin/server-kit";

const door = "@lianxin/scheduling/worker";
const workers = workerRunner();
afterAll(() => workers.close());

test("plans in a thread, telling how far it is, while this thread goes on with its own work", async () => {
  const problem = generatePublished(1, 100);
  const told: Progress[] = [];
  let beats = 0;
  const heart = setInterval(() => beats++, 5);

  const plan = (await workers.run(
    door,
    { call: "plan", problem, options: { seed: 1, timeMs: 2000 } },
    { onProgress: (progress) => told.push(progress as Progress) },
  )) as Plan;
  clearInterval(heart);

  expect(told.length).toBeGreaterThan(3);
  expect(told.map((one) => one.share)).toEqual(told.map((one) => one.share).sort((a, b) => a - b));
  expect(beats).toBeGreaterThan(20);
  expect(score(problem, plan.assignments)).toMatchObject({ violations: [], unplaced: [] });
}, 60_000);

test("hands over the best plan so far when it is cancelled, every meeting in place and no rule broken", async () => {
  const problem = generatePublished(2, 400);
  const stop = new AbortController();

  const plan = (await workers.run(
    door,
    { call: "plan", problem, options: { seed: 1, timeMs: 600_000 } },
    { signal: stop.signal, onProgress: (progress) => (progress as Progress).unplaced === 0 && stop.abort() },
  )) as Plan;

  expect(plan.assignments.length).toBe(400);
  expect(score(problem, plan.assignments).violations).toEqual([]);
}, 60_000);

test("refuses in its own code, naming the item", async () => {
  const problem = { ...generatePublished(1, 50), horizon: { start: "2026-09-01", days: 0 } };

  const refused = workers.run(door, { call: "plan", problem, options: { seed: 1, iterations: 10 } });

  await expect(refused).rejects.toMatchObject({ name: "WorkerFailed", code: "zero-day-horizon", item: "horizon.days" });
});
