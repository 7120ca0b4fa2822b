import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, anOrganization, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { shiftDay } from "../measure-time/choose-light.js";
import server from "../server.js";
import { aCommitment } from "../testing.js";

const holidays = ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"];
let app: Running;
let promise: { ownerOrganizationId: string; ownerId: string };
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-09T15:30" });
  await aCommunity(app);
  await aHolidayYear(app, { year: 2026, days: holidays.map((day) => ({ day, name: "国庆节", isOffDay: true })) });
  promise = {
    ownerOrganizationId: await anOrganization(app),
    ownerId: await aPerson(app, { fullName: "吴琴", account: "wu", channels: [{ kind: "mail", address: "wu@example.org" }] }),
  };
});
afterEach(() => app.close());

/** What the scheduler does: the job's work in a turn of the lane. */
const runOn = (day: string) => {
  app.ports.setTime(`${day}T08:00`);
  return app.write("commitments", (ctx) => server.jobs[0]!.run(ctx));
};
const reminders = async () =>
  (await app.write("commitments", (ctx) =>
    ctx.db.selectFrom("commitments_reminder").select(["commitmentId", "step", "outcome", "doneOn"]).orderBy("doneOn").orderBy("step").execute(),
  )) as { commitmentId: string; step: string; outcome: string; doneOn: string }[];
const letters = async () => (await app.app.platform.database.kit.selectFrom("kit_outbox").select("kind").where("kind", "<>", "event").execute()).length;
const days = (from: string, count: number) => Array.from({ length: count }, (_, i) => shiftDay(from, i));

test("the demolition due 09-20 is reminded of on 09-16, once however often the job runs", async () => {
  await aCommitment(app, { ...promise, dueOn: "2026-09-20" });

  for (const day of ["2026-09-15", "2026-09-16", "2026-09-16", "2026-09-17"]) await runOn(day);

  expect(await reminders()).toMatchObject([{ step: "before_due", outcome: "sent", doneOn: "2026-09-16" }]);
  expect((await app.published()).filter(({ event }) => event === "commitments.reminded")).toHaveLength(1);
});

test("what was due on 09-30 is overdue from 10-01, and its owner is reminded on the first working day, 10-08", async () => {
  const { id } = await aCommitment(app, { ...promise, dueOn: "2026-09-30" });

  const lightOn = async (day: string) => {
    await runOn(day);
    return (await app.call("GET /ledger", { as: "secretary", query: { filter: "all" } })).body.lines[0];
  };
  const lights = [];
  for (const day of ["2026-09-30", "2026-10-01", "2026-10-08", "2026-10-09"]) {
    const { light, daysLate } = await lightOn(day);
    lights.push([day, light, daysLate]);
  }

  expect(lights).toEqual([
    ["2026-09-30", "soon", 0],
    ["2026-10-01", "late", 0],
    ["2026-10-08", "late", 1],
    ["2026-10-09", "late", 2],
  ]);
  expect(await reminders()).toEqual([
    { commitmentId: id, step: "before_due", outcome: "sent", doneOn: "2026-09-30" },
    { commitmentId: id, step: "overdue", outcome: "sent", doneOn: "2026-10-08" },
  ]);
});

test("each reminder is one letter to the owner's mail address and one line in the history", async () => {
  const { partId } = await aCommitment(app, { ...promise, dueOn: "2026-09-30" });
  const before = await letters();

  for (const day of ["2026-09-26", "2026-10-08", "2026-10-09"]) await runOn(day);

  const page = await app.call("GET /parts/:partId", { as: "secretary", params: { partId } });
  expect((await letters()) - before).toBe(2);
  expect(page.body.timeline.filter((entry: { move: string }) => entry.move === "remind")).toMatchObject([
    { byName: null, forName: "吴琴", note: "before_due" },
    { forName: "吴琴", note: "overdue" },
  ]);
  expect(page.body.line.remindedTimes).toBe(2);
});

test("an owner without a mail address is listed to be told by hand", async () => {
  const ownerId = await aPerson(app, { fullName: "陈国强" });
  const { partId } = await aCommitment(app, { ...promise, ownerId, dueOn: "2026-09-20" });

  await runOn("2026-09-16");

  const page = await app.call("GET /parts/:partId", { as: "secretary", params: { partId } });
  expect(page.body.timeline.at(-1)).toMatchObject({ move: "remind", note: "before_due_by_hand:owner" });
  expect(page.body.line.remindedTimes).toBe(0);
});

/** A run that breaks off after its work, as when the machine loses power: nothing of it stays. */
const crashOn = async (day: string) => {
  app.ports.setTime(`${day}T08:00`);
  const lost = app.write("commitments", async (ctx) => {
    await server.jobs[0]!.run(ctx);
    throw new Error("no power");
  });
  await expect(lost).rejects.toThrow("no power");
};

test("after random downtime and crashes each promise has each step once, never twice, never none, and as many letters went out", async () => {
  const span = days("2026-09-10", 75);
  const nights = fc.record({ awake: fc.subarray(span, { minLength: 20, maxLength: 45 }), crashes: fc.subarray(span, { maxLength: 10 }) });
  const { awake, crashes } = fc.sample(nights, { seed: 20261008, numRuns: 1 })[0]!;
  const dues = fc.sample(fc.integer({ min: 1, max: 30 }), { seed: 20261009, numRuns: 8 }).map((n) => shiftDay("2026-09-09", n));
  const made = new Map<string, string>();
  for (const dueOn of dues) made.set((await aCommitment(app, { ...promise, dueOn })).id, dueOn);
  const before = await letters();
  const ran = [...awake, "2026-11-30"];

  for (const day of [...span, "2026-11-30", "2026-11-30"]) {
    if (crashes.includes(day)) await crashOn(day);
    if (ran.includes(day)) await runOn(day);
  }

  const works = (day: string) => !holidays.includes(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const worked = (dueOn: string, day: string) => days(shiftDay(dueOn, 1), 90).filter((one) => one <= day && works(one)).length;
  const told = await reminders();
  const counts = { overdue: 1, urge: 3, supervise: 7, street: 15 };
  const expected = [...made].flatMap(([id, dueOn]) => [
    ...(shiftDay(dueOn, -4) > "2026-09-09" ? [[id, "before_due", ran.find((day) => day >= shiftDay(dueOn, -4))]] : []),
    ...Object.entries(counts).map(([step, count]) => [id, step, ran.find((day) => works(day) && day > dueOn && worked(dueOn, day) >= count)]),
  ]);
  expect(told.map(({ commitmentId, step, doneOn }) => [commitmentId, step, doneOn]).sort()).toEqual(expected.sort());
  expect((await letters()) - before).toBe(told.filter(({ step }) => step !== "street").length);
}, 60_000);

test("work that was reported, put off or closed is not reminded of", async () => {
  const { id, partId } = await aCommitment(app, { ...promise, dueOn: "2026-09-20" });
  const other = await aCommitment(app, { ...promise, dueOn: "2026-09-20" });
  await app.call("POST /parts/:partId/deferral", {
    as: "secretary",
    params: { partId: other.partId },
    body: { reason: "等住建局意见", reviewOn: "2026-11-03" },
    headers: { "idempotency-key": "d" },
  });
  await app.call("POST /commitments/:commitmentId/completion", {
    as: "wu",
    params: { commitmentId: id },
    body: { words: "办好了" },
    headers: { "idempotency-key": "c" },
  });

  for (const day of ["2026-09-16", "2026-09-25"]) await runOn(day);

  expect(await reminders()).toEqual([]);
  expect((await app.call("GET /parts/:partId", { as: "wu", params: { partId } })).body.line.light).toBe("check");
});

test("in a year nobody loaded, overdue reminders stay to come and the job says which year is missing", async () => {
  await aCommitment(app, { ...promise, dueOn: "2026-12-31" });
  await runOn("2026-12-28");

  await expect(runOn("2027-01-04")).rejects.toMatchObject({ code: "commitments.holidaysMissing", params: { year: 2027 } });
  const ledger = await app.call("GET /ledger", { as: "secretary", query: { filter: "late" } });
  await aHolidayYear(app, { year: 2027, days: [{ day: "2027-01-01", name: "元旦", isOffDay: true }] });
  await runOn("2027-01-05");

  expect(ledger.body).toMatchObject({ missingYear: 2027, lines: [{ light: "late", daysLate: null }] });
  expect((await reminders()).map(({ step, doneOn }) => [step, doneOn])).toEqual([
    ["before_due", "2026-12-28"],
    ["overdue", "2027-01-05"],
  ]);
});
