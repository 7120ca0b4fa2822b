import { afterEach, beforeEach, expect, test } from "vitest";
import { workerRunner, type WorkerRunner } from "./run-in-worker.js";

const counting = new URL("./test-counting.ts", import.meta.url);
let workers: WorkerRunner;
beforeEach(() => void (workers = workerRunner()));
afterEach(() => workers.close());

test("a request runs in a thread, tells how far it is, and resolves with its result", async () => {
  const heard: unknown[] = [];

  const result = await workers.run(counting, { until: 4 }, { onProgress: (n) => heard.push(n) });

  expect([result, heard]).toEqual([4, [1, 2, 3, 4]]);
});

test("a cancel resolves with the best so far", async () => {
  const stop = new AbortController();

  const result = await workers.run(counting, { until: 1_000_000 }, { signal: stop.signal, onProgress: (n) => n === 5 && stop.abort() });

  expect(result).toBeGreaterThanOrEqual(5);
  expect(result).toBeLessThan(1_000);
});

test("a request cancelled before it starts still gets an answer", async () => {
  const result = await workers.run(counting, { until: 1_000_000 }, { signal: AbortSignal.abort() });

  expect(result).toBeLessThan(1_000);
});

test("a worker that does not stop is ended after two seconds", async () => {
  const running = workers.run(counting, { call: "stubborn" }, { signal: AbortSignal.timeout(50) });

  await expect(running).rejects.toMatchObject({ name: "WorkerFailed", code: "worker-stopped" });
});

test("a refusal comes back in the worker's own code", async () => {
  await expect(workers.run(counting, { call: "fail" })).rejects.toMatchObject({ code: "too-many", item: "until", params: { most: 3 } });
});

test("a thread that dies rejects its request, and the next request gets a new thread", async () => {
  await expect(workers.run(counting, { call: "die" })).rejects.toMatchObject({ code: "worker-ended", item: "out of ink" });

  expect(await workers.run(counting, { until: 2 })).toBe(2);
});

test("several requests run side by side, each with its own answer", async () => {
  const results = await Promise.all([5, 9, 3].map((until) => workers.run(counting, { until })));

  expect(results).toEqual([5, 9, 3]);
});

test("closing rejects what still runs", async () => {
  const running = workers.run(counting, { until: 1_000_000 });
  const rejection = expect(running).rejects.toMatchObject({ code: "worker-ended" });

  await workers.close();

  await rejection;
});

test("a package's door is found by its name", async () => {
  const problem = { horizon: { start: "2026-09-01", days: 5 }, people: [], venues: [], meetings: [{ id: "one", minutes: 60 }] };

  const result = await workers.run("@lianxin/scheduling/worker", { call: "plan", problem, options: { seed: 1, iterations: 10 } });

  expect(result).toMatchObject({ assignments: [{ meeting: "one" }], unplaced: [] });
});
