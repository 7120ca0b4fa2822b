import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const show = (as: string) => stage.call("GET /homes/:homeId", { as, params: { homeId: stage.homeId } });

test("a home shows its rooms, seats and staff, who leads it first, each with how the check stands; to who may see it and its director, and no child", async () => {
  await stage.anAdult("王芳", { kind: "teacher", firstAidUntil: "2028-01-01", trainedOn: "2027-03-01" });
  await stage.anAdult("孙航", { kind: "student", checkedOn: null });
  await stage.anAdult("罗婷", { personId: stage.luo, kind: "director", checkedOn: "2026-01-10" });
  await stage.aChild(1);

  const [secretary, own, resident] = [await show("secretary"), await show("luo"), await show("he")];

  expect(secretary.body).toMatchObject({ name: "上湾村儿童之家", rooms: ["活动室", "阅览室"], isMine: false });
  expect(secretary.body.staff.map(({ name, leads, kind, vetting }: any) => [name, leads, kind, vetting])).toEqual([
    ["罗婷", true, "director", "expired"],
    ["王芳", false, "teacher", "vetted"],
    ["孙航", false, "student", "none"],
  ]);
  expect(secretary.body.staff[1]).toMatchObject({ firstAidUntil: "2028-01-01", trainedOn: "2027-03-01", checkedUntil: "2028-01-09" });
  expect([own.body.isMine, resident.status]).toEqual([true, 403]);
  expect(JSON.stringify([secretary.body, own.body])).not.toMatch(/孩子1|监护人1/);
});

test("a home that closes calls off what is ahead and takes no new plan; its director still keeps the children's data", async () => {
  await stage.aChild(1);
  const programmeId = await publishPlan(stage, [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")]);
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { isClosed: true } });

  const { sessions } = await stage.must("GET /programmes/:programmeId", { params: { programmeId } });
  const kept = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });

  expect(new Set(sessions.map(({ state }: any) => state))).toEqual(new Set(["cancelled"]));
  expect((await stage.must("GET /homes")).homes).toEqual([]);
  expect((await stage.must("GET /public/sessions", { as: null })).sessions.map(({ isCalledOff }: any) => isCalledOff)).toEqual(Array(5).fill(true));
  expect(kept.children).toHaveLength(1);
});

test("a home with a session open is not closed, and which one it is is said; once closed its week shows what was held and its dates cannot be held after all until it opens again", async () => {
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
  const programmeId = await publishPlan(stage, adults);
  await stage.aChild(1);
  const plan = async () => stage.must("GET /programmes/:programmeId", { params: { programmeId } });
  const change = (isClosed: boolean) => stage.call("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { isClosed } });
  stage.app.ports.setTime("2027-07-12T08:20");
  const [first] = (await plan()).sessions;
  for (const { id } of first.posts) await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
  await stage.must("POST /sessions/:sessionId/open", { as: "luo", params: { sessionId: first.id } });

  const refused = await change(true);
  await stage.must("POST /sessions/:sessionId/close", { as: "luo", params: { sessionId: first.id } });
  await change(true);
  const closed = await plan();
  const week = async (day: string, as: string) => {
    const { homes, closed: shut } = await stage.must(as === "luo" ? "GET /mine/week" : "GET /week", { as, query: { day } });
    return [homes.map((home: any) => [home.name, home.closedOn, home.sessions.length]), shut.map((home: any) => [home.name, home.closedOn])];
  };
  const weeks = [await week("2027-07-12", "secretary"), await week("2027-07-19", "secretary"), await week("2027-07-12", "luo")];
  const held = await stage.call("POST /sessions/:sessionId/call-off-undone", { params: { sessionId: closed.sessions[1].id } });
  await change(false);

  expect(refused.body).toMatchObject({
    code: "children-activities.homeBusy",
    params: { home: "上湾村儿童之家", day: "2027-07-12", time: "08:30", title: "防溺水和阅读" },
  });
  expect([closed.homeClosedOn, closed.sessions.some(({ mayRestore }: any) => mayRestore)]).toEqual(["2027-07-12", false]);
  const [name, on] = ["上湾村儿童之家", "2027-07-12"];
  expect(weeks).toEqual([
    [[[name, on, 1]], []],
    [[], [[name, on]]],
    [[[name, on, 1]], []],
  ]);
  expect(held.body).toMatchObject({ code: "children-activities.homeShutDown", params: { day: "2027-07-12" } });
  expect((await plan()).sessions.map(({ mayRestore }: any) => mayRestore)).toEqual([false, true, true, true, true]);
});

test("another director takes over the children's data, and the one before reads none of them any more", async () => {
  await stage.aChild(1);
  const directorId = await aPerson(stage.app, { fullName: "林海", account: "lin" });
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { directorId, rooms: ["活动室"] } });
  const read = async (as: string) => (await stage.call("GET /homes/:homeId/children", { as, params: { homeId: stage.homeId } })).status;

  expect([await read("lin"), await read("luo")]).toEqual([200, 403]);
  expect((await show("lin")).body).toMatchObject({ rooms: ["活动室"], director: "林海", isMine: true });
});

test("a director without any office finds the way to the home before anything is planned there", async () => {
  const { homes, sessions } = await stage.must("GET /mine", { as: "luo" });

  expect([homes, sessions]).toEqual([[{ id: stage.homeId, name: "上湾村儿童之家", closedOn: null, keptUntil: null, children: 0, corrected: 0 }], []]);
  expect((await stage.must("GET /mine", { as: "he" })).homes).toEqual([]);
});

test("a closed home takes no child more and stands on its director's list, with how many are kept of it, until the last of them is erased", async () => {
  const childId = await stage.aChild(1);
  const params = { homeId: stage.homeId };
  const [mine, list] = [
    async () => (await stage.must("GET /mine", { as: "luo" })).homes,
    await stage.must("GET /homes/:homeId/children", { as: "luo", params }),
  ];
  await stage.must("PATCH /homes/:homeId", { params, body: { isClosed: true } });
  stage.app.ports.setTime("2027-07-06T09:00");
  await stage.must("PATCH /homes/:homeId", { params, body: { isClosed: true, rooms: [] } });

  const refused = await stage.call("POST /homes/:homeId/children", { as: "luo", params, body: stage.childBody(2) });
  const kept = await mine();
  await stage.must("POST /children/:childId/erasure", { as: "luo", params: { childId } });

  expect([list.children.length, refused.body.code, refused.body.params]).toEqual([1, "children-activities.homeClosed", { day: "2027-07-05" }]);
  expect(kept).toEqual([{ id: stage.homeId, name: "上湾村儿童之家", closedOn: "2027-07-05", keptUntil: "2027-10-03", children: 1, corrected: 0 }]);
  expect(await mine()).toEqual([]);
});

test("a closed home opens again with the children who are kept of it, from its page or by its venue, and what was called off stays so", async () => {
  await stage.aChild(1);
  const params = { homeId: stage.homeId };
  const programmeId = await publishPlan(stage, [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")]);
  const close = () => stage.must("PATCH /homes/:homeId", { params, body: { isClosed: true } });
  const count = async (as: string) => (await stage.call("GET /homes/:homeId/children", { as, params })).body.children?.length;
  const { venueId } = (await stage.app.db.selectFrom("children_activities_home").selectAll().executeTakeFirstOrThrow()) as any;
  await close();
  await stage.must("PATCH /homes/:homeId", { params, body: { isClosed: false } });
  const [open, states] = [(await show("luo")).body.closedOn, (await stage.must("GET /programmes/:programmeId", { params: { programmeId } })).sessions];
  const twice = await stage.call("POST /homes", { body: { venueId, directorId: stage.luo, rooms: [] } });
  await close();
  const directorId = await aPerson(stage.app, { fullName: "林海", account: "lin" });

  const { id } = await stage.must("POST /homes", { body: { venueId, directorId, rooms: ["大厅"] } });

  expect([open, new Set(states.map(({ state }: any) => state)), twice.body.code]).toEqual([null, new Set(["cancelled"]), "children-activities.homeKnown"]);
  expect([id, await count("lin"), await count("luo"), (await show("lin")).body.rooms]).toEqual([stage.homeId, 1, undefined, ["大厅"]]);
  expect((await stage.call("POST /homes/:homeId/children", { as: "lin", params, body: stage.childBody(2) })).status).toBe(200);
});

test("a venue of which a home was closed is named to who opens homes, to be chosen again", async () => {
  const closed = async () => (await stage.must("GET /homes", {})).closedVenues.length;
  const before = await closed();
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { isClosed: true } });

  expect([before, await closed()]).toEqual([0, 1]);
});
