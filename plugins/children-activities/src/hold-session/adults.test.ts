import { afterEach, beforeEach, expect, test } from "vitest";
import { publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let sessionId: string;
let fang: string;
let postId: string;
const desk = (path: string, more: Record<string, string> = {}, body: object = {}) =>
  stage.call(path, { as: "luo", params: { sessionId, postId, ...more }, body });
const board = async () => (await desk("GET /sessions/:sessionId/board")).body;
const standIn = () => desk("POST /sessions/:sessionId/stand-ins", {}, { adultId: fang });
const stateOf = async (id: string) => (await board()).posts.find(({ adultId }: any) => adultId === id)?.state;
beforeEach(async () => {
  stage = await setStage();
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文", { account: "zhao" })];
  fang = await stage.anAdult("王芳");
  await publishPlan(stage, adults);
  sessionId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].id;
  postId = (await board()).posts.find(({ adultId }: any) => adultId === adults[1]).id;
});
afterEach(() => stage.app.close());

test("nobody is there before the hour in which the doors may open: who is on duty is refused, a stand-in is put on duty and comes in later", async () => {
  const early = await desk("POST /posts/:postId/arrival");
  const planned = await standIn();
  const before = [await stateOf(fang), (await board()).comesFrom];
  stage.app.ports.setTime("2027-07-12T07:29");
  const still = (await desk("POST /posts/:postId/arrival")).body.code;
  stage.app.ports.setTime("2027-07-12T07:30");
  const came = [await desk("POST /posts/:postId/arrival"), await desk("POST /posts/:postId/arrival", { postId: planned.body.id })];

  expect([early.body.code, planned.status, ...before]).toEqual(["children-activities.tooEarly", 200, "planned", "2027-07-11T23:30:00.000Z"]);
  expect([still, ...came.map(({ status }) => status)]).toEqual(["children-activities.tooEarly", 200, 200]);
});

test("from that hour on a stand-in is put on duty and is there in one press", async () => {
  stage.app.ports.setTime("2027-07-12T07:30");
  const { status } = await standIn();

  expect([status, await stateOf(fang)]).toEqual([200, "present"]);
});

test("a stand-in is put on duty at a date that is not published yet, whatever the hour", async () => {
  await stage.app.write("children-activities", ({ db }) =>
    db.updateTable("children_activities_session").set({ state: "planned" }).where("id", "=", sessionId).execute(),
  );
  stage.app.ports.setTime("2027-07-12T08:00");
  const { status } = await standIn();

  expect([status, await stateOf(fang)]).toEqual([200, "planned"]);
});

test("an adult marked as there by a slip is expected again, and not counted from that very moment", async () => {
  stage.app.ports.setTime("2027-07-12T08:20");
  for (const { id } of (await board()).posts) await desk("POST /posts/:postId/arrival", { postId: id });
  await desk("POST /sessions/:sessionId/open");
  const open = await board();

  const undone = await desk("POST /posts/:postId/arrival-undone");
  const after = await board();
  const twice = await desk("POST /posts/:postId/arrival-undone");
  const stranger = await stage.call("POST /posts/:postId/arrival-undone", { as: "he", params: { postId } });

  const shown = after.posts.find(({ id }: any) => id === postId);
  expect([open.state, open.adults, undone.status, after.adults, shown.state, shown.arrivedAt]).toEqual(["open", 2, 200, 1, "planned", null]);
  expect([after.since, after.violations.map(({ code }: any) => code)]).toEqual(["2027-07-12T00:20:00.000Z", expect.arrayContaining(["tooFewAdults"])]);
  expect([twice.body.code, stranger.body.code]).toEqual(["children-activities.postOver", "children-activities.leadersOnly"]);
  expect((await desk("POST /posts/:postId/arrival")).status).toBe(200);
});

test("an adult marked as gone by a slip is there as before, and what was wrong meanwhile stays written down; another duty since stands instead", async () => {
  stage.app.ports.setTime("2027-07-12T08:20");
  for (const { id } of (await board()).posts) await desk("POST /posts/:postId/arrival", { postId: id });
  await desk("POST /sessions/:sessionId/open");
  await desk("POST /posts/:postId/leaving", {}, { reason: "发烧" });
  const gone = await board();

  stage.app.ports.setTime("2027-07-12T08:21");
  const undone = await desk("POST /posts/:postId/leaving-undone");
  const after = await board();
  const twice = await desk("POST /posts/:postId/leaving-undone");
  const stranger = await stage.call("POST /posts/:postId/leaving-undone", { as: "he", params: { postId } });
  const alarms = await stage.app.db.selectFrom("children_activities_alarm").select(["fromAt", "untilAt"]).execute();

  const shown = after.posts.find(({ id }: any) => id === postId);
  expect([gone.adults, undone.status, after.adults, after.isSafe]).toEqual([1, 200, 2, true]);
  expect([shown.state, shown.arrivedAt, shown.leftAt, shown.leftReason]).toEqual(["present", "2027-07-12T00:20:00.000Z", null, null]);
  expect(alarms).toEqual([{ fromAt: "2027-07-12T00:20:00.000Z", untilAt: "2027-07-12T00:21:00.000Z" }]);
  expect([twice.body.code, stranger.body.code]).toEqual(["children-activities.postOver", "children-activities.leadersOnly"]);
});

test("who left is not offered as a stand-in, and comes back with a duty of their own", async () => {
  stage.app.ports.setTime("2027-07-12T08:20");
  for (const { id } of (await board()).posts) await desk("POST /posts/:postId/arrival", { postId: id });
  await desk("POST /sessions/:sessionId/open");
  const zhao = (await board()).posts.find(({ id }: any) => id === postId).adultId;
  await desk("POST /posts/:postId/leaving", {}, { reason: "" });
  const asked = (await board()).standIns.map(({ name }: any) => name);
  const back = await desk("POST /sessions/:sessionId/stand-ins", {}, { adultId: zhao });
  const after = await board();
  const first = await desk("POST /posts/:postId/leaving-undone");

  expect(asked).toEqual(["王芳"]);
  expect([back.status, after.adults, after.posts.filter(({ adultId }: any) => adultId === zhao).map(({ state }: any) => state)]).toEqual([
    200,
    2,
    ["left", "present"],
  ]);
  expect(first.body.code).toBe("children-activities.postOver");
});

test("some minutes after an adult was marked as gone the director alone takes it back", async () => {
  stage.app.ports.setTime("2027-07-12T08:20");
  const { posts } = await board();
  for (const { id } of posts) await desk("POST /posts/:postId/arrival", { postId: id });
  await desk("POST /sessions/:sessionId/open");
  const own = posts.find(({ id }: any) => id !== postId).id;
  const undo = (as: string) => stage.call("POST /posts/:postId/leaving-undone", { as, params: { postId: own } });
  await desk("POST /posts/:postId/leaving", { postId: own }, { reason: "" });
  stage.app.ports.setTime("2027-07-12T08:35");
  const within = await undo("zhao");
  await desk("POST /posts/:postId/leaving", { postId: own }, { reason: "发烧" });
  stage.app.ports.setTime("2027-07-12T08:51");
  const late = await undo("zhao");
  const kept = (await board()).posts.find(({ id }: any) => id === own);

  expect([within.status, late.body.code, kept.state, kept.leftReason]).toEqual([200, "children-activities.undoLeavingLate", "left", "发烧"]);
  expect((await undo("luo")).status).toBe(200);
});

test("whose work with children was ended since does not come back by taking a slip back", async () => {
  stage.app.ports.setTime("2027-07-12T08:20");
  const { posts } = await board();
  for (const { id } of posts) await desk("POST /posts/:postId/arrival", { postId: id });
  await desk("POST /sessions/:sessionId/open");
  await desk("POST /posts/:postId/leaving", {}, { reason: "" });
  const { adultId } = posts.find(({ id }: any) => id === postId);
  await stage.must("PATCH /adults/:adultId", { params: { adultId }, body: { hasLeft: true } });

  const { body } = await desk("POST /posts/:postId/leaving-undone");

  expect([body.code, await stateOf(adultId)]).toEqual(["children-activities.adultUnknown", "left"]);
});
