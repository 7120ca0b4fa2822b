import { afterEach, beforeEach, expect, test } from "vitest";
import { planBody, publishPlan, setStage, type Called, type Stage } from "../testing/stage.js";

let stage: Stage;
let programmeId: string;
let sessionId: string;
/** Children who may go home alone, and adults of whom the first two are there. */
let children: string[];
let adults: string[];
beforeEach(async () => {
  stage = await setStage();
  adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
  for (const name of ["孙航", "王芳", "钱静", "李娜"]) adults.push(await stage.anAdult(name));
  programmeId = await publishPlan(stage, adults, { expected: { "6_8": 0, "9_12": 8, "13_15": 0 }, weekdays: [1, 2], untilOn: "2027-07-13" });
  children = [];
  for (let n = 1; n <= 4; n++) children.push(await stage.aChild(n, { bornIn: "2015-06", aloneRoute: "沿村道到三组" }));
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: children } });
  stage.app.ports.setTime("2027-07-12T08:20");
  sessionId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].id;
});
afterEach(() => stage.app.close());

const board = () => stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } });
const desk = (path: string, more: Called = {}) => stage.call(path, { as: "luo", ...more });
const stateOf = async (attendanceId: string) => (await rows("attendance")).find(({ id }: any) => id === attendanceId)!.state;
const rows = (name: string): Promise<any[]> =>
  stage.app.write("children-activities", ({ db }) => db.selectFrom(`children_activities_${name}`).selectAll().execute());
async function openDoors(): Promise<void> {
  const { posts } = await board();
  for (const adultId of adults.slice(0, 2))
    await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: posts.find((one: any) => one.adultId === adultId).id } });
  await stage.must("POST /sessions/:sessionId/open", { as: "luo", params: { sessionId } });
}
/** Both at the same moment, for each child; which of the two was done, and how the child stands after it. */
async function both(first: string, second: string, ready: (params: Record<string, string>) => Promise<unknown> = async () => undefined) {
  const found = [];
  for (const { attendanceId } of (await board()).children) {
    const params = { attendanceId };
    await ready(params);
    const done = await Promise.all([desk(first, { params }), desk(second, { params })]);
    found.push({ done: done.map(({ status }) => status === 200), state: await stateOf(attendanceId) });
  }
  return found;
}
const arrive = "POST /attendances/:attendanceId/arrival";

test("a child who came is there, whoever says at the same moment that it did not come", async () => {
  await openDoors();
  const found = await both(arrive, "POST /attendances/:attendanceId/absence");

  expect(found.map(({ done, state }) => [done[0], state])).toEqual(found.map(() => [true, "present"]));
});

test("of two who take a child in and off the list, or let it go home alone and take it back, at the same moment one is done and the other refused", async () => {
  await openDoors();
  const came = await both(arrive, "POST /attendances/:attendanceId/cancel");
  expect(came.map(({ done, state }) => [done.filter(Boolean).length, state])).toEqual(came.map(({ done }) => [1, done[0] ? "present" : "cancelled"]));
  for (const { attendanceId } of (await board()).children) await desk("POST /attendances/:attendanceId/arrival-undone", { params: { attendanceId } });

  const went = await both("POST /attendances/:attendanceId/alone", "POST /attendances/:attendanceId/arrival-undone", (params) => desk(arrive, { params }));
  expect(went.map(({ done, state }) => [done.filter(Boolean).length, state])).toEqual(went.map(({ done }) => [1, done[0] ? "alone" : "enrolled"]));
});

test("an adult who came is there, or their duty was ended before, never both", async () => {
  const found = [];
  for (const post of (await board()).posts) {
    const params = { postId: post.id };
    const done = await Promise.all([desk("POST /posts/:postId/arrival", { params }), stage.call("POST /posts/:postId/end", { params })]);
    const { state } = (await rows("post")).find(({ id }: any) => id === post.id);
    found.push([done.filter(({ status }) => status === 200).length, done[0].status === 200 ? "present" : "cancelled", state]);
  }

  expect(found).toEqual(found.map(([, end]) => [1, end, end]));
});

test("a child whose guardian takes the consent back while it is signed in is either there with its data, or erased and not there", async () => {
  await openDoors();
  const { children: listed } = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });
  for (const { attendanceId, childId } of (await board()).children) {
    const { guardianId } = listed.find(({ id }: any) => id === childId).guardians[0];
    await Promise.all([
      desk(arrive, { params: { attendanceId } }),
      desk("POST /children/:childId/consents", { params: { childId }, body: { guardianId, purpose: "data", isYes: false } }),
    ]);
  }
  const erased = new Set((await rows("child")).filter(({ deletedAt }: any) => deletedAt !== null).map(({ id }: any) => id));
  const here = (await rows("attendance")).filter((one: any) => one.state === "present").map(({ childId }: any) => childId);

  expect(here.filter((id: string) => erased.has(id))).toEqual([]);
  expect(here.length + erased.size).toBe(children.length);
});

test("a plan that is changed while it is published is published by nobody's old signature, and a date called off meanwhile stays off", async () => {
  const { homeId: _, ...whole } = planBody(stage.homeId, { expected: { "6_8": 0, "9_12": 8, "13_15": 0 }, weekdays: [1, 2], untilOn: "2027-07-13" });
  const params = { programmeId };
  const states = async () => (await stage.must("GET /programmes/:programmeId", { params })).sessions.map(({ state }: any) => state);
  for (let version = 1; version <= 3; version++) {
    const change = await stage.must("PUT /programmes/:programmeId", { params, body: { ...whole, version: 2 * version - 1 } });
    expect(change).toEqual({});
    await stage.must("POST /programmes/:programmeId/director-signature", { as: "luo", params });
    await stage.must("POST /programmes/:programmeId/community-signature", { params });
    await Promise.all([
      stage.call("POST /programmes/:programmeId/publish", { params }),
      stage.must("PUT /programmes/:programmeId", { params, body: { ...whole, title: "阅读", version: 2 * version } }),
    ]);
    expect(await states()).toEqual(["planned", "planned"]);
  }
  await stage.must("POST /programmes/:programmeId/director-signature", { as: "luo", params });
  await stage.must("POST /programmes/:programmeId/community-signature", { params });

  const [, off] = await Promise.all([
    stage.call("POST /programmes/:programmeId/publish", { params }),
    stage.call("POST /sessions/:sessionId/call-off", { params: { sessionId }, body: { reason: "台风" } }),
  ]);

  expect([off!.status, await states()]).toEqual([200, ["cancelled", "published"]]);
});
