import { expect, test } from "vitest";
import { generatePublished } from "./generate-world/generate-published.js";
import { serveRequests, type Answer, type Request } from "./serve-requests.js";

/** A worker whose clock moves only when it is read, and whose waiting work is done step by step. */
function aWorker(tickMs: number) {
  const answers: Answer[] = [];
  const waiting: (() => void)[] = [];
  let now = 0;
  const ask = serveRequests({ answer: (answer) => answers.push(answer), stopwatch: () => (now += tickMs), later: (go) => waiting.push(go) });
  return { answers, ask, step: () => waiting.shift()?.(), isIdle: () => waiting.length === 0, now: () => now };
}

const problem = generatePublished(1, 50);
const request: Request = { id: 4, call: "plan", problem, options: { timeMs: 10_000, seed: 1 } };

test("reports progress while it plans and ends with a plan that breaks nothing", () => {
  const worker = aWorker(7);

  worker.ask(request);
  while (!worker.isIdle()) worker.step();

  const done = worker.answers.at(-1)!;
  expect(worker.answers.filter((answer) => answer.kind === "progress").length).toBeGreaterThan(50);
  expect(done.kind === "done" && "violations" in done.result && done.result.violations).toEqual([]);
});

test.each([0, 1, 2, 10, 40, 100, 200, 1000])("answers a cancel after %i slices at once, with what stands and no rule broken", (slices) => {
  const worker = aWorker(7);
  worker.ask(request);
  for (let i = 0; i < slices; i++) worker.step();

  worker.ask({ id: 4, call: "cancel" });
  worker.step();

  const done = worker.answers.at(-1)!;
  const made = done.kind === "done" && "violations" in done.result ? done.result : undefined;
  expect(worker.isIdle()).toBe(true);
  expect(made!.violations.filter((one) => one.term !== "unplaced")).toEqual([]);
  expect(made!.assignments.length + made!.unplaced.length).toBe(50);
  expect(made!.assignments.length).toBe(slices < 20 ? 0 : 50);
});

test("whoever cancels while judging would take long gets a plan that was judged already", () => {
  const worker = aWorker(7);
  worker.ask(request);
  for (let i = 0; i < 300; i++) worker.step();
  const from = worker.now();

  worker.ask({ id: 4, call: "cancel" });
  worker.step();

  const done = worker.answers.at(-1)!;
  const made = done.kind === "done" && "violations" in done.result ? done.result : undefined;
  expect(worker.now() - from).toBeLessThan(100);
  expect([made!.violations, made!.unplaced, made!.attendance.length]).toEqual([[], [], 50]);
});

test("whoever cancels as the last meeting finds its place gets every meeting, however long judging takes", () => {
  const worker = aWorker(1);
  const larger = generatePublished(2, 100);
  worker.ask({ ...request, problem: larger });
  const told = () => worker.answers.at(-1);
  const isPlaced = () => {
    const last = told();
    return last?.kind === "progress" && last.progress.unplaced === 0;
  };
  while (!isPlaced()) worker.step();

  worker.ask({ id: 4, call: "cancel" });
  while (told()?.kind !== "done") worker.step();

  const done = told()!;
  expect(done.kind === "done" && "unplaced" in done.result && [done.result.assignments.length, done.result.unplaced]).toEqual([100, []]);
});

test("answers one meeting's slots, a re-plan and a refusal with its code", () => {
  const worker = aWorker(1);
  const current = [{ meeting: "meeting-0", start: "2026-09-01T08:00", end: "2026-09-01T12:00", venue: "room-0" }];

  worker.ask({ id: 1, call: "propose", problem, meeting: { id: "one", minutes: 60 }, options: { k: 2 } });
  worker.ask({ id: 2, call: "replan", problem, current: [], changes: {} });
  worker.ask({ id: 3, call: "replan", problem, current: [...current, ...current], changes: {} });

  const [slots, replanned, refused] = worker.answers;
  expect(slots?.kind === "done" && "proposals" in slots.result && slots.result.proposals.length).toBe(2);
  expect(replanned?.kind === "done" && "unplaced" in replanned.result && replanned.result.unplaced).toEqual([]);
  expect(refused).toMatchObject({ id: 3, kind: "failed", error: { code: "duplicate-id", item: "meeting-0" } });
});
