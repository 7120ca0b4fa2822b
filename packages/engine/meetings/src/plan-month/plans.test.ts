import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, isBusy, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

const call = (path: string, input: { params?: Record<string, string>; body?: object; as?: string } = {}) => council.app.call(path, input);
const drafts = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(await aMeeting(council.app, { bodyId: council.bodyId, items: [{ title: `第 ${i + 1} 件事`, minutes: 60 }] }));
  return ids;
};
const begin = async (kind: "month" | "repair", more: object = {}) =>
  call("POST /plans", { body: { placeId: council.community.placeId, kind, fromOn: "2026-09-07", untilOn: "2026-09-18", seconds: 1, ...more } });
async function planned(kind: "month" | "repair", more: object = {}) {
  const { body } = await begin(kind, more);
  await council.app.app.tasks.settled();
  return show(body.id);
}
const show = async (planId: string) => (await call("GET /plans/:planId", { params: { planId } })).body;
const preparation = async (meetingId: string) => (await call("GET /meetings/:meetingId/preparation", { params: { meetingId } })).body;
const letters = () =>
  council.app.app.platform.database.kit.selectFrom("kit_outbox").select("topic").where("kind", "=", "mail").where("topic", "=", "meetings.mail").execute();

test("three drafts of one council find times apart, with who can come; the drafts themselves are not changed and nobody is told", async () => {
  const ids = await drafts(3);

  const plan = await planned("month");

  expect(plan).toMatchObject({ state: "ready", total: 3, placed: 3, isWorking: false });
  expect(new Set(plan.entries.map((entry: { place: { startsAt: string } }) => entry.place.startsAt)).size).toBe(3);
  expect(new Set(plan.entries.map((entry: { title: string }) => entry.title)).size).toBe(3);
  expect(plan.entries[0]).toMatchObject({ present: 21, members: 21, need: 14, broken: [], was: null });
  expect((await preparation(ids[0]!)).startsAt).toBe(null);
  expect(await letters()).toEqual([]);
});

test("a plan put to use gives each draft its time and room, still telling nobody", async () => {
  const ids = await drafts(2);
  const plan = await planned("month");

  const { status } = await call("POST /plans/:planId/application", { params: { planId: plan.id } });
  await council.app.app.tasks.settled();

  expect([status, (await show(plan.id)).state]).toEqual([200, "applied"]);
  for (const id of ids) {
    const entry = plan.entries.find(({ meetingId }: { meetingId: string }) => meetingId === id);
    expect(await preparation(id)).toMatchObject({ startsAt: entry.place.startsAt, venueName: "二楼议事厅", state: "draft" });
  }
  expect(await letters()).toEqual([]);
});

test("a meeting that finds no time is named with the rules that block it", async () => {
  const [id] = await drafts(1);
  await isBusy(council.app, council.people["王秀珍"]!, "2026-09-01T00:00", "2026-09-30T00:00", "leave");

  const plan = await planned("month");

  expect(plan).toMatchObject({ placed: 0, entries: [{ meetingId: id, place: null }] });
  expect(plan.entries[0].broken.join()).toContain("社区");
});

test("a trial move says what it would break and changes nothing; a move is kept with what it breaks, and a plan that breaks a rule is not put to use", async () => {
  const [first, second] = await drafts(2);
  const plan = await planned("month");
  const taken = plan.entries.find(({ meetingId }: { meetingId: string }) => meetingId === first).place;
  const local = new Date(Date.parse(taken.startsAt) + 8 * 3_600_000).toISOString().slice(0, 16);
  const params = { planId: plan.id, meetingId: second! };

  const trial = await call("POST /plans/:planId/entries/:meetingId/trial", { params, body: { startsAt: local, venueId: council.venueId } });
  const unchanged = await show(plan.id);
  const moved = await call("PUT /plans/:planId/entries/:meetingId", { params, body: { startsAt: local, venueId: council.venueId } });
  const use = await call("POST /plans/:planId/application", { params: { planId: plan.id } });

  expect(trial.body.broken).toContain("和另一个会用同一间，时间重了");
  expect(unchanged).toEqual(plan);
  expect(moved.body.broken).toEqual(trial.body.broken);
  expect([use.status, use.body.code]).toEqual([409, "meetings.planBreaksRules"]);
});

test("a move says what a neighbour loses by it, and what the neighbour lost is well again when it moves on", async () => {
  const [first, second] = await drafts(2);
  const plan = await planned("month");
  const placeOf = (id: string) => plan.entries.find(({ meetingId }: { meetingId: string }) => meetingId === id).place as { startsAt: string };
  const local = ({ startsAt }: { startsAt: string }) => new Date(Date.parse(startsAt) + 8 * 3_600_000).toISOString().slice(0, 16);
  const move = (startsAt: string) =>
    call("PUT /plans/:planId/entries/:meetingId", { params: { planId: plan.id, meetingId: second! }, body: { startsAt, venueId: council.venueId } });
  const brokenOf = async (id: string) =>
    (await show(plan.id)).entries.find(({ meetingId }: { meetingId: string }) => meetingId === id).broken as readonly string[];

  const { body } = await move(local(placeOf(first!)));
  const beside = await brokenOf(first!);
  await move(local(placeOf(second!)));

  expect(body.broken.filter((rule: string) => rule.startsWith("“")).join()).toContain("”：和另一个会用同一间，时间重了");
  expect(beside).toContain("和另一个会用同一间，时间重了");
  expect([await brokenOf(first!), await brokenOf(second!)]).toEqual([[], []]);
});

test("a draft that was announced meanwhile is left alone when the plan is put to use", async () => {
  const [first, second] = await drafts(2);
  const plan = await planned("month");
  await call("PUT /meetings/:meetingId/slot", { params: { meetingId: first! }, body: { startsAt: "2026-09-17T15:00", placeText: "二楼" } });
  await call("POST /meetings/:meetingId/publication", { params: { meetingId: first! }, body: {} });
  const before = await preparation(first!);
  const told = (await letters()).length;

  await call("POST /plans/:planId/application", { params: { planId: plan.id } });
  await council.app.app.tasks.settled();

  expect(await preparation(first!)).toMatchObject({ state: "noticed", startsAt: before.startsAt });
  expect((await preparation(second!)).startsAt).not.toBe(null);
  expect([(await show(plan.id)).skipped, (await letters()).length]).toEqual([1, told]);
});

test("a meeting of the next three days whose room is closed for good stays and is said to have no room", async () => {
  const startsAt = "2026-09-04T15:00";
  const id = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ title: "明天的会", minutes: 60 }], startsAt });
  await call("POST /meetings/:meetingId/rescheduling", { params: { meetingId: id }, body: { startsAt, venueId: council.venueId, lateReason: "换会场" } });
  const venue = { name: "二楼议事厅", kind: "meeting_room", seats: 40, equipment: [], openings: [], closures: [] };
  await council.app.call("PUT /venues/:venueId", { of: "directory", params: { venueId: council.venueId }, body: { ...venue, version: 1, isClosed: true } });

  const plan = await planned("repair", { fromOn: "2026-09-03" });

  expect(plan.entries).toMatchObject([{ meetingId: id, was: null }]);
  expect(plan.entries[0].broken).toContain("那间那时关着，或已有人用");
});

test("when the chair declines an announced meeting, a repair moves that one alone, and telling them is one more step", async () => {
  const ids = [];
  for (const startsAt of ["2026-09-09T15:00", "2026-09-10T15:00"])
    ids.push(await aMeeting(council.app, { bodyId: council.bodyId, items: [{ title: startsAt, minutes: 60 }], startsAt, placeText: "二楼" }));
  await isBusy(council.app, council.people["王秀珍"]!, "2026-09-10T14:00", "2026-09-10T18:00");
  const before = (await letters()).length;

  const plan = await planned("repair");
  const moved = plan.entries.filter(({ was }: { was: object | null }) => was !== null);
  const quiet = (await letters()).length;
  await call("POST /plans/:planId/application", { params: { planId: plan.id }, body: { lateReason: "社区书记临时有事" } });
  await council.app.app.tasks.settled();

  expect(moved.map(({ meetingId, was }: { meetingId: string; was: { startsAt: string } }) => [meetingId, was.startsAt])).toEqual([
    [ids[1], "2026-09-10T07:00:00.000Z"],
  ]);
  expect([quiet, (await letters()).length > before]).toEqual([before, true]);
  const room = await call("GET /meetings/:meetingId/room", { params: { meetingId: ids[1]! } });
  expect(room.body.startsAt ?? room.body.meeting?.startsAt).toBe(moved[0].place.startsAt);
});

test("whoever does not like what a repair offers is offered later times, and the first offer is still there", async () => {
  await aMeeting(council.app, { bodyId: council.bodyId, items: [{ title: "停车", minutes: 60 }], startsAt: "2026-09-10T15:00", placeText: "二楼" });
  await isBusy(council.app, council.people["王秀珍"]!, "2026-09-10T14:00", "2026-09-10T18:00");
  const first = await planned("repair");

  const { body } = await call("POST /plans/:planId/other", { params: { planId: first.id } });
  await council.app.app.tasks.settled();
  const other = await show(body.id);
  const { body: third } = await call("POST /plans/:planId/other", { params: { planId: other.id } });
  await council.app.app.tasks.settled();

  const times = [first, other, await show(third.id)].map(({ entries }) => entries[0].place.startsAt);
  expect([...new Set(times)].sort()).toEqual(times);
  expect(other.entries[0]).toMatchObject({ broken: [], was: { startsAt: "2026-09-10T07:00:00.000Z" } });
  expect(await show(first.id)).toEqual(first);
});

test("only a repair that is ready has another way", async () => {
  await drafts(1);
  const plan = await planned("month");

  const answer = await call("POST /plans/:planId/other", { params: { planId: plan.id } });

  expect([answer.status, answer.body.code]).toEqual([409, "meetings.planNotReady"]);
});

test("nothing within three days is moved, whoever declines", async () => {
  const id = await aMeeting(council.app, {
    bodyId: council.bodyId,
    items: [{ title: "明天的会", minutes: 60 }],
    startsAt: "2026-09-04T15:00",
    placeText: "二楼",
  });
  await isBusy(council.app, council.people["王秀珍"]!, "2026-09-04T14:00", "2026-09-04T18:00");

  const plan = await planned("repair", { fromOn: "2026-09-03" });

  expect(plan.entries).toMatchObject([{ meetingId: id, was: null }]);
  expect(plan.entries[0].broken).toEqual(["“社区”没有人能到"]);
});

test("a plan that is stopped keeps what it has", async () => {
  await drafts(2);
  const { body } = await begin("month", { seconds: 60 });
  for (let tries = 0; tries < 200 && !((await show(body.id)).share > 0); tries++) await new Promise((resolve) => setTimeout(resolve, 25));

  await call("POST /plans/:planId/stop", { params: { planId: body.id } });
  await council.app.app.tasks.settled();

  expect(await show(body.id)).toMatchObject({ state: "ready", placed: 2 });
});

test("planning asks for drafts, for a known place, and for the right to convene", async () => {
  const nothing = await begin("month");
  await drafts(1);
  const stranger = await call("POST /plans", {
    as: "hezhiyuan",
    body: { placeId: council.community.placeId, kind: "month", fromOn: "2026-09-07", untilOn: "2026-09-18", seconds: 1 },
  });

  expect([nothing.status, nothing.body.code, stranger.status]).toEqual([409, "meetings.nothingToPlan", 403]);
});

/** Begins to put a plan to use with a task that is over before it began, as whoever stops it at once or a restart leaves it. */
async function applyCutOff(planId: string, task: object = {}): Promise<void> {
  await council.app.write("meetings", async ({ services, tasks }) => {
    await services.plans.apply(await services.plans.find(planId), undefined);
    await tasks.stop((await services.plans.find(planId)).taskId);
  });
  const { taskId } = await council.app.write<{ taskId: string }>("meetings", ({ services }) => services.plans.find(planId));
  if (Object.keys(task).length > 0) await council.app.app.platform.database.kit.updateTable("kit_task").set(task).where("id", "=", taskId).execute();
}

test("a plan whose use was stopped before it began says that none has a time yet, and is put to use with the next press", async () => {
  await drafts(2);
  const plan = await planned("month");

  await applyCutOff(plan.id);
  const cutOff = await show(plan.id);
  const [listed] = (await call("GET /plans")).body.plans;
  const again = await call("POST /plans/:planId/application", { params: { planId: plan.id } });
  await council.app.app.tasks.settled();

  expect([cutOff.state, cutOff.isWorking, cutOff.halted, listed.state]).toEqual(["ready", false, 0, "ready"]);
  expect([plan.halted, again.status, (await show(plan.id)).state, (await show(plan.id)).halted]).toEqual([null, 200, "applied", null]);
});

test("a plan that a restart cut off half way says how many have their time, can still be changed, and is put to use to its end", async () => {
  const ids = await drafts(2);
  const plan = await planned("month");
  const [first] = plan.entries;

  await applyCutOff(plan.id, { state: "failed", error: "interrupted", progress: JSON.stringify({ done: 1, share: 0.5, skipped: 0 }) });
  const cutOff = await show(plan.id);
  const local = new Date(Date.parse(first.place.startsAt) + 8 * 3_600_000).toISOString().slice(0, 16);
  const trial = await call("POST /plans/:planId/entries/:meetingId/trial", {
    params: { planId: plan.id, meetingId: first.meetingId },
    body: { startsAt: local, venueId: first.place.venueId },
  });
  await call("POST /plans/:planId/application", { params: { planId: plan.id } });
  await council.app.app.tasks.settled();

  expect([cutOff.state, cutOff.halted, trial.status, (await show(plan.id)).state]).toEqual(["ready", 1, 200, "applied"]);
  for (const id of ids) expect((await preparation(id)).startsAt).not.toBe(null);
});

test("a repair that is put to use a second time leaves what it has moved where it is, tells nobody twice, and calls it done", async () => {
  await aMeeting(council.app, { bodyId: council.bodyId, items: [{ title: "停车", minutes: 60 }], startsAt: "2026-09-10T15:00", placeText: "二楼" });
  await isBusy(council.app, council.people["王秀珍"]!, "2026-09-10T14:00", "2026-09-10T18:00");
  const plan = await planned("repair");
  const apply = async () => {
    await call("POST /plans/:planId/application", { params: { planId: plan.id }, body: { lateReason: "书记有事" } });
    await council.app.app.tasks.settled();
  };
  await apply();
  const told = (await letters()).length;
  await council.app.write("meetings", ({ services }) => services.plans.change(plan.id, { state: "applying" }));
  await apply();

  expect([(await show(plan.id)).state, (await show(plan.id)).skipped, (await letters()).length]).toEqual(["applied", 0, told]);
});
