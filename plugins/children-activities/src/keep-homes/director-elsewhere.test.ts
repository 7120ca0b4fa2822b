import { aPerson, aPlace } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { planBody, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let lin: string;
beforeEach(async () => {
  stage = await setStage();
  lin = await aPerson(stage.app, { fullName: "林海", account: "lin" });
});
afterEach(() => stage.app.close());
const direct = () => stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { directorId: lin } });
const at = () => ({ as: "lin", params: { homeId: stage.homeId } });

test("a director without any office plans at their own home: its list, its week, a plan, its roster, published and called off", async () => {
  await direct();
  const adultIds = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
  const as = "lin";

  const { homes } = await stage.must("GET /mine/homes", { as });
  const { id: programmeId } = await stage.must("POST /programmes", { as, body: planBody(homes[0].id) });
  const params = { programmeId };
  const { adults } = await stage.must("GET /homes/:homeId/adults", at());
  await stage.must("POST /programmes/:programmeId/posts", { as, params, body: { adultIds } });
  const { version } = await stage.must("GET /programmes/:programmeId", { as, params });
  const { homeId: _, ...changed } = planBody(stage.homeId, { title: "阅读" });
  await stage.must("PUT /programmes/:programmeId", { as, params, body: { ...changed, version } });
  await stage.must("POST /programmes/:programmeId/director-signature", { as, params });
  await stage.must("POST /programmes/:programmeId/community-signature", { params });
  const { published } = await stage.must("POST /programmes/:programmeId/publish", { as, params });
  const week = await stage.must("GET /mine/week", { as, query: { day: "2027-07-12" } });
  const [{ id: sessionId, state }] = week.homes[0].sessions;
  await stage.must("POST /sessions/:sessionId/call-off", { as, params: { sessionId }, body: { reason: "下雨" } });

  expect(homes).toMatchObject([{ id: stage.homeId, name: "上湾村儿童之家", rooms: ["活动室", "阅览室"], isMine: true }]);
  expect(adults.map(({ name, vetting, mayChange }: any) => [name, vetting, mayChange])).toEqual([
    ["罗婷", "vetted", false],
    ["赵文", "vetted", false],
  ]);
  expect([published, week.homes[0].sessions.length, state]).toEqual([5, 5, "published"]);
});

test("a director whose office lies elsewhere has their own home in the lists of their office too", async () => {
  const elsewhere = await aPlace(stage.app, { name: "下湾村", kind: "compound" });
  const directorId = await aPerson(stage.app, { fullName: "林江", role: "grid_leader", account: "jiang", placeId: elsewhere.id });
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { directorId } });
  await stage.anAdult("赵文", { checkedOn: null });

  const [{ homes }, week, { adults }] = [
    await stage.must("GET /homes", { as: "jiang" }),
    await stage.must("GET /week", { as: "jiang" }),
    await stage.must("GET /adults", { as: "jiang" }),
  ];

  expect([homes.length, week.homes.length]).toEqual([1, 1]);
  expect(adults.map(({ name, vetting, mayChange }: any) => [name, vetting, mayChange])).toEqual([["赵文", "none", false]]);
});

test("a director puts themself and people of the community on the list of their home, by their full name; somebody else looks their record up", async () => {
  await direct();
  await aPerson(stage.app, { fullName: "吴琴" });
  const find = async (name?: string) => (await stage.must("GET /homes/:homeId/people", { ...at(), ...(name !== undefined && { query: { name } }) })).people;
  const [[self], [wu], part] = [await find(), await find("吴琴"), await find("吴")];
  const add = (personId: string) =>
    stage.must("POST /homes/:homeId/adults", { ...at(), body: { personId, kind: "volunteer", isWoman: true, trainedOn: "2027-07-01" } });

  const [adultId] = [await add(self.id), await add(wu.id)].map(({ id }) => id);
  const staff = (await stage.must("GET /homes/:homeId", at())).staff;
  const check = await stage.call("POST /adults/:adultId/checks", {
    ...{ as: "lin", params: { adultId } },
    body: { scope: "children", checkedOn: "2027-07-01", verdict: "clear", source: "派出所" },
  });

  expect([self.fullName, wu.fullName, part]).toEqual(["林海", "吴琴", []]);
  expect(staff.map(({ name, leads }: any) => [name, leads])).toEqual([
    ["林海", true],
    ["吴琴", false],
  ]);
  expect(check.status).toBe(403);
});

test("who directs no home of that place, nor plans there, neither plans nor finds anybody; a closed home takes nobody more", async () => {
  const [plan, find] = [await stage.call("POST /programmes", { as: "lin", body: planBody(stage.homeId) }), await stage.call("GET /homes/:homeId/people", at())];
  await direct();
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { isClosed: true } });

  const late = await stage.call("POST /homes/:homeId/adults", { ...at(), body: { personId: lin, kind: "director", isWoman: false } });

  expect([plan, find].map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([403, "children-activities.plannersOnly"]));
  expect([late.body.code, (await stage.must("GET /mine/homes", { as: "lin" })).homes]).toEqual(["children-activities.homeUnknown", []]);
});
