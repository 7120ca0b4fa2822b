import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse } from "../testing/open-house.js";
import { phoneOf, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let sessionId: string;
let attendanceId: string;
const desk = (path: string, params: Record<string, string> = {}, body: object = {}, as = "luo") =>
  stage.call(path, { as, params: { sessionId, attendanceId, ...params }, body });
const codeOf = ({ body }: any): string => body.code.replace("children-activities.", "");
const arrive = async () => (await desk("POST /attendances/:attendanceId/arrival")).body.code as string;
const board = async () => (await desk("GET /sessions/:sessionId/board")).body;
beforeEach(async () => {
  ({ stage, sessionId, attendanceId } = await openHouse({ isShort: true }));
});
afterEach(() => stage.app.close());

test("an emergency override takes two people, holds half an hour, keeps the alarm, and never covers an unchecked adult or a missing consent", async () => {
  const refused = await desk("POST /sessions/:sessionId/open");
  const { id: overrideId } = (await desk("POST /sessions/:sessionId/overrides", {}, { reason: "暴雨，孩子已到，赵文在路上" })).body;
  const programmeId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].programmeId;
  const waiting = async (as: string) => (await stage.must("GET /programmes/:programmeId", { as, params: { programmeId } })).overrides;
  const [told, own] = [await waiting("secretary"), await waiting("luo")];
  const alone = await desk("POST /overrides/:overrideId/confirmation", { overrideId });
  const stranger = await desk("POST /overrides/:overrideId/confirmation", { overrideId }, {}, "worker");
  const early = await desk("POST /sessions/:sessionId/open");
  const second = await desk("POST /overrides/:overrideId/confirmation", { overrideId }, {}, "secretary");
  const opened = await desk("POST /sessions/:sessionId/open");
  const shown = await board();
  stage.app.ports.advance(31 * 60_000);

  expect(told).toMatchObject([{ id: overrideId, reason: "暴雨，孩子已到，赵文在路上", askedBy: "罗婷", isOwn: false }]);
  expect([own[0].isOwn, await waiting("secretary")]).toEqual([true, []]);
  expect([refused, alone, stranger, early].map(codeOf)).toEqual(["sessionUnsafe", "secondPerson", "leadersOnly", "sessionUnsafe"]);
  expect([second.status, opened.status, shown.isSafe, shown.override.isConfirmed, (await board()).override]).toEqual([200, 200, false, true, null]);
  expect((await stage.app.audited()).map(({ action }) => action)).toEqual(
    expect.arrayContaining(["children-activities.override.ask", "children-activities.override.confirm"]),
  );
  await arrive();
  await stage.app.write("children-activities", ({ db }) =>
    db.updateTable("children_activities_record_check").set({ revokedAt: "2027-07-12T00:00:00.000Z" }).execute(),
  );
  expect(codeOf(await desk("POST /sessions/:sessionId/overrides", {}, { reason: "试试" }))).toBe("neverSetAside");
});

test("an override neither opens a session where no vetted adult is, nor is confirmed by the same account in another person's name", async () => {
  const { posts } = await board();
  const there = posts.find(({ state }: any) => state === "present");
  const { id: overrideId } = (await desk("POST /sessions/:sessionId/overrides", {}, { reason: "暴雨" })).body;
  await stage.app.write("children-activities", ({ db }) =>
    db.updateTable("children_activities_override").set({ askedAccount: "secretary" }).where("id", "=", overrideId).execute(),
  );
  const same = await desk("POST /overrides/:overrideId/confirmation", { overrideId }, {}, "secretary");
  await stage.app.write("children-activities", ({ db }) => db.updateTable("children_activities_override").set({ askedAccount: "luo" }).execute());
  await desk("POST /overrides/:overrideId/confirmation", { overrideId }, {}, "secretary");
  await desk("POST /posts/:postId/leaving", { postId: there.id }, { reason: "走了" });
  const empty = await desk("POST /sessions/:sessionId/open");
  const asked = await desk("POST /sessions/:sessionId/overrides", {}, { reason: "没有大人" });

  expect([same, empty, asked].map(codeOf)).toEqual(["secondPerson", "sessionUnsafe", "neverSetAside"]);
});

test("whoever may be the second person is told: by letter who is on duty or signs for the community, on their list too, with the reason only who signs or directs; never who asked", async () => {
  const { id, told, adults } = (await desk("POST /sessions/:sessionId/overrides", {}, { reason: "暴雨，孩子已到" })).body;
  const waiting = async (as: string) =>
    (await stage.must("GET /mine", { as })).overrides.map(({ isLeader, reason, askedBy }: any) => [isLeader, reason, askedBy]);
  const [luo, zhao, secretary, worker] = [await waiting("luo"), await waiting("zhao"), await waiting("secretary"), await waiting("worker")];
  const asked = (await board()).override;
  const other = (await desk("GET /sessions/:sessionId/board", {}, {}, "zhao")).body.override;
  await desk("POST /overrides/:overrideId/confirmation", { overrideId: id }, {}, "zhao");

  expect([told, adults]).toEqual([0, ["赵文", "王秀珍"]]);
  expect([luo, zhao, secretary, worker]).toEqual([[], [[true, null, "罗婷"]], [[false, "暴雨，孩子已到", "罗婷"]], []]);
  expect([asked.isOwn, other.isOwn, (await board()).override.isConfirmed, await waiting("secretary")]).toEqual([true, false, true, []]);
});

test("a second person with a telephone reads of it at once, by no child's name and without the reason", async () => {
  const lin = await aPerson(stage.app, { fullName: "林海", account: "lin", placeId: stage.placeId, channels: [{ kind: "phone", address: phoneOf(3001) }] });
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { directorId: lin } });
  const { told } = (await desk("POST /sessions/:sessionId/overrides", {}, { reason: "暴雨" })).body;

  expect(told).toBe(1);
  expect((await stage.letters()).at(-1)).toEqual({
    to: lin,
    text: "儿童之家：7月12日 08:30“防溺水和阅读”有紧急情况，罗婷请第二个人放行，08:50 前有效。请马上打开“今天”里的“儿童活动”，看了再定。",
  });
});

test("two who may go on instead of three are not one alone: when one of them leaves the doors stay shut, until that is granted too", async () => {
  await stage.app.close();
  stage = await setStage();
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文", { account: "zhao" })];
  const programmeId = await publishPlan(stage, [...adults, await stage.anAdult("王芳")], { expected: { "6_8": 24, "9_12": 0, "13_15": 0 } });
  const childIds: string[] = [];
  for (let n = 1; n <= 17; n++) childIds.push(await stage.aChild(n));
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds } });
  stage.app.ports.setTime("2027-07-12T08:20");
  sessionId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].id;
  const posts = adults.map(async (adultId) => (await board()).posts.find((post: any) => post.adultId === adultId).id as string);
  const [luo, zhao] = await Promise.all(posts);
  for (const postId of [luo!, zhao!]) await desk("POST /posts/:postId/arrival", { postId });
  const grant = async () => {
    const { id: overrideId } = (await desk("POST /sessions/:sessionId/overrides", {}, { reason: "暴雨，王芳在路上" })).body;
    return (await desk("POST /overrides/:overrideId/confirmation", { overrideId }, {}, "secretary")).status;
  };
  const needed = (await board()).doors.violations.map(({ code, params }: any) => [code, params.needed, params.adults]);
  const two = await grant();
  await desk("POST /posts/:postId/leaving", { postId: zhao! }, { reason: "发烧" });
  const alone = await desk("POST /sessions/:sessionId/open");
  stage.app.ports.advance(60_000);
  const one = await grant();
  const opened = await desk("POST /sessions/:sessionId/open");

  expect(needed).toEqual([["tooFewAdults", 3, 2]]);
  expect([two, codeOf(alone), one, opened.status]).toEqual([200, "sessionUnsafe", 200, 200]);
});
