import { aPerson, aVenue } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDoor } from "../testing/open-door.js";
import { phoneOf, planBody, publishPlan, setStage, type Called, type Stage, type StageOptions } from "../testing/stage.js";

let stage: Stage;
let programmeId: string;
let adults: string[];
let children: string[];
const landline = "02988880001";
/** A week of mornings with two adults of whom zhao has a phone, and two children of whom the second one's guardian has a landline. */
async function setWeek(options: StageOptions = {}): Promise<void> {
  stage = await setStage(options);
  const channels = [{ kind: "phone" as const, address: phoneOf(3001) }];
  const zhao = await aPerson(stage.app, { fullName: "赵文", role: "volunteer", placeId: stage.placeId, channels });
  adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文", { personId: zhao })];
  programmeId = await publishPlan(stage, adults);
  children = [await stage.aChild(1, { name: "童话一号" }), await stage.aChild(2, { guardian: { name: "监护人二", phone: landline, relation: "爷爷" } })];
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: children } });
}
beforeEach(() => setWeek());
afterEach(() => stage.app.close());

const plan = () => stage.must("GET /programmes/:programmeId", { params: { programmeId } });
const dateOn = async (day: string) => (await plan()).sessions.find(({ heldOn }: any) => heldOn === day);
const at = async (day: string, path: string, more: Called = {}) => stage.call(path, { params: { sessionId: (await dateOn(day)).id }, ...more });
const callOff = (day = "2027-07-14") => at(day, "POST /sessions/:sessionId/call-off", { body: { reason: "台风" } });
const restore = (day = "2027-07-14", as = "secretary") => at(day, "POST /sessions/:sessionId/call-off-undone", { as });
/** Who is on the list and on duty, and the state. */
const standing = async (day = "2027-07-14") => {
  const { state, enrolled, posts, calledOff } = await dateOn(day);
  return [state, enrolled, posts.filter((post: any) => post.state === "planned").length, calledOff];
};
const texts = async () => (await stage.letters()).map(({ text }) => text);
const sign = async () => {
  await stage.must("POST /programmes/:programmeId/director-signature", { as: "luo", params: { programmeId } });
  await stage.must("POST /programmes/:programmeId/community-signature", { params: { programmeId } });
};
const change = async (more: object) => {
  const { homeId: _, ...whole } = planBody(stage.homeId, more);
  await stage.must("PUT /programmes/:programmeId", { params: { programmeId }, body: { ...whole, version: (await plan()).version } });
};

test("a date that was called off is held after all: everybody is on its list and on duty again, and whoever was told is told, by no child's name, each time anew", async () => {
  const before = await standing();
  const off = await callOff();
  const between = await standing();
  const on = await restore();
  const after = await standing();
  await callOff();
  await restore();

  expect([before, between, after]).toEqual([
    ["published", 2, 2, null],
    ["cancelled", 0, 0, "台风"],
    ["published", 2, 2, null],
  ]);
  expect(off.body).toEqual({ told: 1, toCall: 1, adults: ["罗婷"] });
  expect(on.body).toEqual({ told: 1, toCall: 1, adults: ["罗婷"], children: 2, childrenNot: 0, duties: 2, dutiesNot: 0 });
  const said = (await texts()).filter((text) => text.includes("还是办"));
  expect(said).toEqual(
    [0, 1].flatMap(() => [
      "儿童之家：7月14日 08:30“防溺水和阅读”还是办，之前说的不办作废。请按时接送孩子。",
      "儿童之家：7月14日 08:30“防溺水和阅读”还是办，之前说的不办作废，请按时来带活动。",
    ]),
  );
  expect((await texts()).filter((text) => text.includes("不办了"))).toHaveLength(4);
  expect(JSON.stringify(await texts())).not.toContain("童话");
});

test("what changed meanwhile does not come back: a child without consent, one taken off before, an adult who is elsewhere; it is said how many, and their people are told to ask", async () => {
  const { attendanceId } = (await at("2027-07-14", "GET /sessions/:sessionId/board", { as: "luo" })).body.children[1];
  await stage.must("POST /attendances/:attendanceId/cancel", { as: "luo", params: { attendanceId } });
  await callOff();
  const door = await openDoor(stage, children[0]!);
  await door.at(`/children/${children[0]!}/consents`, { purpose: "participation", isYes: false });
  const venueId = await aVenue(stage.app, { placeId: stage.placeId, name: "上湾村第二儿童之家", kind: "childrens_home", seats: 40 });
  const { id: homeId } = await stage.must("POST /homes", { body: { venueId, directorId: stage.luo, rooms: [] } });
  const elsewhere = await stage.must("POST /programmes", { body: planBody(homeId, { weekdays: [3] }) });
  await stage.must("POST /programmes/:programmeId/posts", { params: { programmeId: elsewhere.id }, body: { adultIds: [adults[1]] } });

  const { body } = await restore();

  expect(body).toEqual({ told: 1, toCall: 0, adults: ["罗婷"], children: 0, childrenNot: 1, duties: 1, dutiesNot: 1 });
  expect(await standing()).toEqual(["published", 0, 1, null]);
  expect((await texts()).slice(-2)).toEqual([
    "儿童之家：7月14日 08:30“防溺水和阅读”还是办。没有自动报上名的孩子要来，请找儿童主任。",
    "儿童之家：7月14日 08:30“防溺水和阅读”还是办，你已不在名单上；能来请告诉儿童主任。",
  ]);
});

test("whose check is not clear any more is neither counted as back on duty nor asked to come", async () => {
  await callOff();
  const check = { scope: "children", checkedOn: "2027-07-01", verdict: "not_clear", source: "派出所" };
  await stage.must("POST /adults/:adultId/checks", { params: { adultId: adults[1]! }, body: check });

  const { body } = await restore();

  expect(body).toMatchObject({ duties: 1, dutiesNot: 1 });
  expect(await standing()).toEqual(["published", 2, 1, null]);
  expect((await texts()).at(-1)).toBe("儿童之家：7月14日 08:30“防溺水和阅读”还是办，你已不在名单上；能来请告诉儿童主任。");
});

test("a plan that was changed meanwhile is signed first, and the date comes back at its new hours; a day it has no more does not", async () => {
  await callOff();
  await change({ startTime: "09:00", endTime: "11:30" });
  const unsigned = await restore();
  await sign();
  const on = await restore();
  const { startsAt, state } = await dateOn("2027-07-14");
  await callOff("2027-07-16");
  await change({ startTime: "09:00", endTime: "11:30", weekdays: [1, 2, 3, 4], untilOn: "2027-07-15" });
  await sign();
  const dropped = await restore("2027-07-16");

  expect([unsigned.body.code, on.status, state, startsAt]).toEqual(["children-activities.signatureMissing", 200, "published", "2027-07-14T01:00:00.000Z"]);
  expect((await texts()).some((text) => text.includes("7月14日 09:00“防溺水和阅读”还是办"))).toBe(true);
  expect(dropped.body.code).toBe("children-activities.dateDropped");
});

test("whoever may call off says so too, nobody else; not once it is over, not of a home that closed, and not of a date that is on", async () => {
  const notOff = await restore("2027-07-13");
  for (const day of ["2027-07-12", "2027-07-14"]) await callOff(day);
  const [worker, nobody] = [await restore("2027-07-14", "worker"), await restore("2027-07-14", "he")];
  stage.app.ports.setTime("2027-07-12T11:00");
  const [over, may] = [await restore("2027-07-12"), (await dateOn("2027-07-12")).mayRestore];
  const director = await restore("2027-07-14", "luo");
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { isClosed: true } });
  const closed = await restore();

  expect([notOff.body.code, over.body.code, may, closed.body.code]).toEqual([
    ...["children-activities.sessionNot", "children-activities.sessionOver", false, "children-activities.homeShutDown"],
  ]);
  expect([worker.status, nobody.status, director.status]).toEqual([403, 403, 200]);
});

test("of a plan nobody published, a date that was called off stands in no notice, and comes back as a plan", async () => {
  await change({});
  await callOff();
  const { sessions } = await stage.must("GET /public/sessions", { as: null });
  await restore();

  expect([sessions, (await standing())[0]]).toEqual([[], "planned"]);
});

test("whom no text message reaches stands by name and number on the director's list, and on nobody else's", async () => {
  await callOff();
  const [own, secretary] = [
    await at("2027-07-14", "GET /sessions/:sessionId/to-call", { as: "luo" }),
    await at("2027-07-14", "GET /sessions/:sessionId/to-call"),
  ];

  expect(own.body.people).toEqual([{ relation: "爷爷", name: "监护人二", phone: landline }]);
  expect(secretary.body.code).toBe("children-activities.directorOnly");
});

test("without a gateway nobody is said to have been told, whatever happens to a date, and nothing is sent", async () => {
  await stage.app.close();
  await setWeek({ channels: [] });
  const off = await callOff();
  const on = await restore();
  await change({ startTime: "09:00", endTime: "11:30" });
  await sign();
  const moved = await stage.must("POST /programmes/:programmeId/publish", { params: { programmeId } });

  for (const one of [off.body, on.body, moved]) expect(one).toMatchObject({ told: 0, toCall: 2, adults: ["罗婷", "赵文"] });
  expect(await texts()).toEqual([]);
  expect((await at("2027-07-14", "GET /sessions/:sessionId/to-call", { as: "luo" })).body.people).toHaveLength(2);
});
