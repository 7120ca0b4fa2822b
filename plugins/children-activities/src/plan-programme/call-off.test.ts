import { afterEach, beforeEach, expect, test } from "vitest";
import { planBody, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let programmeId: string;
let childId: string;
beforeEach(async () => {
  stage = await setStage();
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
  programmeId = await publishPlan(stage, adults);
  childId = await stage.aChild(1, { name: "童话一号" });
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: [childId] } });
});
afterEach(() => stage.app.close());

const plan = () => stage.must("GET /programmes/:programmeId", { params: { programmeId } });
const callOff = async (day: string, as = "secretary") => {
  const { id: sessionId } = (await plan()).sessions.find(({ heldOn }: any) => heldOn === day);
  return stage.call("POST /sessions/:sessionId/call-off", { as, params: { sessionId }, body: { reason: "台风" } });
};
const states = async () => Object.fromEntries((await plan()).sessions.map(({ heldOn, state }: any) => [heldOn.slice(8), state]));

test("one date is called off: its guardians are told without a child's name, the others stand, and no change of the plan brings it back", async () => {
  const off = await callOff("2027-07-14");
  const letter = (await stage.letters()).at(-1)!;
  const before = await states();
  const { homeId: _, ...whole } = planBody(stage.homeId, { title: "阅读" });
  await stage.must("PUT /programmes/:programmeId", { params: { programmeId }, body: { ...whole, version: 1 } });
  await stage.must("POST /programmes/:programmeId/director-signature", { as: "luo", params: { programmeId } });
  await stage.must("POST /programmes/:programmeId/community-signature", { params: { programmeId } });
  const again = await stage.must("POST /programmes/:programmeId/publish", { params: { programmeId } });

  expect([off.body, before]).toEqual([
    { told: 1, toCall: 0, adults: ["罗婷", "赵文"] },
    { 12: "published", 13: "published", 14: "cancelled", 15: "published", 16: "published" },
  ]);
  expect([letter.text.includes("7月14日 08:30“防溺水和阅读”不办了（台风）"), letter.text.includes("童话")]).toEqual([true, false]);
  expect([again.published, (await states())["14"], (await plan()).sessions[2].calledOff]).toEqual([4, "cancelled", "台风"]);
});

test("nobody is expected or on duty at a date that was called off, nor enrolled for it, and the notice says that it is off", async () => {
  await callOff("2027-07-14");
  const later = await stage.aChild(2);
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: [later] } });
  const { sessions } = await plan();
  const notice = (await stage.must("GET /public/sessions", { as: null })).sessions.map(({ heldOn, isCalledOff }: any) => [heldOn.slice(8), isCalledOff]);

  expect(sessions.map(({ enrolled, posts }: any) => [enrolled, posts.filter(({ state }: any) => state === "planned").length])).toEqual([
    ...[2, 2, 0, 2, 2].map((count) => [count, count]),
  ]);
  expect(notice).toEqual(["12", "13", "14", "15", "16"].map((day) => [day, day === "14"]));
});

test("whoever plans or directs the home calls off, nobody else, and not while it is held or twice", async () => {
  const [worker, nobody] = [await callOff("2027-07-13", "worker"), await callOff("2027-07-13", "he")];
  const [director, twice] = [await callOff("2027-07-13", "luo"), await callOff("2027-07-13")];

  expect([worker.status, nobody.status, director.status, twice.body.code]).toEqual([403, 403, 200, "children-activities.sessionNot"]);
});

test("a date that a changed plan drops, and the dates of a home that closes, tell their guardians too", async () => {
  const { homeId: _, ...whole } = planBody(stage.homeId, { weekdays: [1, 2, 3, 4] });
  const count = async () => (await stage.letters()).filter(({ text }) => text.includes("不办了")).length;
  await stage.must("PUT /programmes/:programmeId", { params: { programmeId }, body: { ...whole, version: 1 } });
  const dropped = await count();

  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { isClosed: true } });

  expect([dropped, await count()]).toEqual([1, 5]);
});
