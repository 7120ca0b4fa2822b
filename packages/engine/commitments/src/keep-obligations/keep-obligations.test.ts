import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { shiftDay } from "../measure-time/choose-light.js";
import server from "../server.js";
import { setStage, type Stage } from "../testing/stage.js";
import type { NewObligation, Obligations } from "./obligations.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage({ at: "2026-09-01T09:00" })));
afterEach(() => stage.app.close());

const which = { kind: "elder-pairing.visit", key: "pair-1" };
const visits = (more: Partial<NewObligation> = {}): NewObligation => ({
  ...{ ...which, holderId: stage.wu, placePath: stage.community.path, title: "每月看望", cadence: { unit: "month" }, fromOn: "2026-09-01" },
  ...more,
});
const duties = <T>(work: (obligations: Obligations) => Promise<T>) => stage.ask((commitments) => work(commitments.obligations));
const runJob = async (day: string) => {
  stage.app.ports.setTime(`${day}T09:00`);
  await stage.app.write("commitments", (ctx) => server.jobs.find(({ id }) => id === "end-days")!.run(ctx));
};
const missed = async () =>
  (await stage.app.published())
    .filter(({ event }) => event === "commitments.obligationMissed")
    .map(({ payload }) => payload as { fromOn: string; due: number; done: number });

test("a monthly visit is due, done or missed month by month, and saying anything twice changes nothing", async () => {
  await duties((o) => o.register(visits()));
  const twice = await duties(async (o) => (await o.register(visits())) === (await o.register(visits())));
  for (const _ of [1, 2]) await duties((o) => o.fulfil(which, { on: "2026-09-20", key: "visit-1" }));
  await duties((o) => o.excuse(which, { on: "2026-10-15", reason: "住院" }));
  stage.app.ports.setTime("2026-12-03T09:00");

  const periods = await duties((o) => o.periodsOf(which));

  expect(twice).toBe(true);
  expect(periods.map(({ fromOn, done, standing, excuse }) => [fromOn, done, standing, excuse])).toEqual([
    ["2026-09-01", 1, "done", null],
    ["2026-10-01", 0, "excused", "住院"],
    ["2026-11-01", 0, "missed", null],
    ["2026-12-01", 0, "due", null],
  ]);
  const sums = await duties((o) => o.sums({ kind: which.kind, path: stage.community.path, from: "2026-09-01", to: "2026-11-30" }));
  expect(sums).toEqual({ asked: 3, done: 1, missed: 1, excused: 1 });
});

test("whatever day an obligation is ended on, and whenever, each of its months is told of as missed at most once", async () => {
  const ends = ["2026-09-15", "2026-09-30", "2026-10-01", "2026-10-31", "2026-11-05"];
  const keyOf = (on: string) => ({ ...which, key: `until ${on}` });
  for (const on of ends) await duties((o) => o.register({ ...visits(), key: keyOf(on).key, fromOn: "2026-08-01" }));
  await runJob("2026-11-01");
  for (const on of ends) await duties((o) => o.end(keyOf(on), on));
  for (const day of ["2026-11-02", "2026-12-01", "2026-12-02"]) await runJob(day);

  const told = (await stage.app.published())
    .filter(({ event }) => event === "commitments.obligationMissed")
    .map(({ payload }) => payload as { key: string; fromOn: string })
    .map(({ key, fromOn }) => `${key}: ${fromOn}`);

  expect(new Set(told).size).toBe(told.length);
  for (const on of ends) expect(told).toContain(`until ${on}: 2026-10-01`);
});

test("what is taken back was not done, and what ended asks no more", async () => {
  await duties((o) => o.register(visits({ cadence: { unit: "week" }, floor: 2, fromOn: "2026-08-31" })));
  await duties((o) => o.fulfil(which, { on: "2026-09-01", key: "a" }));
  await duties((o) => o.unfulfil(which, "a"));
  await duties((o) => o.end(which, "2026-09-09"));

  const standing = await duties((o) => o.standAt({ kind: which.kind, path: "/", on: "2026-09-09" }));
  const after = await duties((o) => o.standAt({ kind: which.kind, path: "/", on: "2026-09-10" }));

  expect(standing.map(({ key, holderId, period }) => [key, holderId, period.fromOn, period.toOn, period.floor, period.done])).toEqual([
    ["pair-1", stage.wu, "2026-09-07", "2026-09-09", 0, 0],
  ]);
  expect(after).toEqual([]);
  await expect(duties((o) => o.fulfil(which, { on: "2026-09-10", key: "b" }))).rejects.toMatchObject({ code: "commitments.obligationOver" });
});

test("each missed period is told once, whatever days the server slept", async () => {
  await duties((o) => o.register(visits({ cadence: { unit: "week" }, fromOn: "2026-08-31" })));
  await duties((o) => o.fulfil(which, { on: "2026-09-10", key: "a" }));
  const span = Array.from({ length: 45 }, (_, i) => shiftDay("2026-09-02", i));
  const awake = fc.sample(fc.subarray(span, { minLength: 5, maxLength: 20 }), { seed: 20260914, numRuns: 1 })[0]!;

  for (const day of [...awake, "2026-10-18", "2026-10-18"]) await runJob(day);

  expect((await missed()).map(({ fromOn, due, done }) => [fromOn, due, done])).toEqual(
    ["2026-08-31", "2026-09-14", "2026-09-21", "2026-09-28", "2026-10-05"].map((fromOn) => [fromOn, 1, 0]),
  );
});

test.each([
  [{ kind: "visit" }, "commitments.obligationOdd", "kind"],
  [{ floor: 0 }, "commitments.obligationOdd", "floor"],
  [{ cadence: { unit: "month" as const, every: 0 } }, "commitments.obligationOdd", "cadence"],
  [{ toOn: "2026-08-01" }, "commitments.obligationOdd", "toOn"],
  [{ fromOn: "2026-02-30" }, "commitments.dayUnknown", "fromOn"],
  [{ holderId: "nobody" }, "commitments.personUnknown", "holderId"],
])("refuses %j, naming the field", async (change, code, field) => {
  await expect(duties((o) => o.register(visits(change)))).rejects.toMatchObject({ code, field });
});

test("the same name with other facts is refused, and what nobody registered is unknown", async () => {
  await duties((o) => o.register(visits()));

  await expect(duties((o) => o.register(visits({ floor: 2 })))).rejects.toMatchObject({ code: "commitments.obligationDiffers" });
  await expect(duties((o) => o.fulfil({ ...which, key: "other" }, { on: "2026-09-10", key: "a" }))).rejects.toMatchObject({
    code: "commitments.obligationUnknown",
  });
});
