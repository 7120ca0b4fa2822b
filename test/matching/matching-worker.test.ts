import { afterAll, expect, test } from "vitest";
import { workerRunner } from "@lianxin/server-kit";
import { explainInWorker, planInWorker, type MatchingProgress } from "@lianxin/matching/ask";
import { slowPlan } from "./slow-plan.js";

const workers = workerRunner();
afterAll(() => workers.close());

const problem = {
  format: "lianxin-match/1",
  people: [{ id: "k1" }, { id: "k2" }],
  places: [{ id: "e1" }],
  wishes: [{ id: "far", text: "路程", unit: "公里", weight: 1 }],
  pairs: [
    { person: "k1", place: "e1", amounts: { far: 3 } },
    { person: "k2", place: "e1", amounts: { far: 1 } },
  ],
};
const run = (request: object) => workers.run("@lianxin/matching/worker", request);

test("the server's threads plan, explain and solve files with the matching engine", async () => {
  const plan = await run({ call: "plan", problem });
  const why = await run({ call: "explain", problem, placements: [{ person: "k1", place: "e1" }] });
  const file = await run({ call: "solve", text: "p asn 4 4\nn 1\nn 2\na 1 3 5\na 1 4 1\na 2 3 1\na 2 4 9\n" });

  expect(plan).toMatchObject({ solved: true, certified: true, placements: [{ person: "k2", place: "e1", cost: 1 }] });
  expect(why).toMatchObject([{ inPlan: false, price: { kind: "cost", cost: 2 } }]);
  expect(file).toMatchObject({ kind: "pairing", objective: 2, certified: true });
});

test("a refusal reaches the caller in the engine's own code", async () => {
  const asked = run({ call: "plan", problem: { ...problem, people: [{ id: "k1", least: 2, most: 1 }, { id: "k2" }] } });

  await expect(asked).rejects.toMatchObject({ name: "WorkerFailed", code: "minAboveMax" });
});

test("a caller hears how far a long plan is, and its signal stops it between two solves", async () => {
  const ctx = { runInWorker: workers.run };
  const heard: MatchingProgress[] = [];
  const stop = new AbortController();
  const onProgress = (progress: unknown): void => {
    heard.push(progress as MatchingProgress);
    if (heard.length === 2) stop.abort();
  };

  const asked = planInWorker(ctx, slowPlan(120), { signal: stop.signal, onProgress });

  await expect(asked).rejects.toMatchObject({ name: "WorkerFailed", code: "cancelled" });
  expect(heard[1]!.steps).toBeGreaterThan(heard[0]!.steps);
  expect(await planInWorker(ctx, slowPlan(3))).toMatchObject({ solved: true, certified: true });
});

test("questions stop on a signal as well", async () => {
  const stop = new AbortController();
  stop.abort();

  const asked = explainInWorker({ runInWorker: workers.run }, slowPlan(120), [{ person: "p0", place: "q0" }], { signal: stop.signal });

  await expect(asked).rejects.toMatchObject({ name: "WorkerFailed", code: "cancelled" });
});
