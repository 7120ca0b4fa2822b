import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, aPerson, type SetUp } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

let app: Running;
let community: SetUp;
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-23T21:00" });
  community = await aCommunity(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

const autumn = {
  year: 2026,
  days: [
    { day: "2026-09-25", name: "中秋节", isOffDay: true },
    { day: "2026-09-20", name: "上班", isOffDay: false },
  ],
};
const record = (body: object = {}) =>
  app.call("POST /talks", { body: { placeId: community.placeId, heldOn: "2026-09-23", remarks: [{ title: "楼道灯不亮" }], ...body } });
const listed = async (tab: string) => (await app.call("GET /matters", { query: { tab } })).body.matters;

test("every remark of an evening talk becomes a matter to be answered in five working days, one answered on the spot is settled", async () => {
  await aHolidayYear(app, autumn);
  const lan = await aPerson(app, { fullName: "周兰" });

  const { body } = await record({
    remarks: [{ title: "楼道灯不亮", saidBy: lan }, { title: "垃圾桶太少" }, { title: "几点关门", answer: "晚上十点" }],
  });

  expect(body.raised.map((one: { number: string }) => one.number)).toEqual(["2026-0001", "2026-0002", "2026-0003"]);
  // 09-24, (09-25 off), 09-28, 09-29, 09-30: the fifth one would be 10-01, which is not off in this file.
  expect((await listed("screening")).map((row: Record<string, unknown>) => [row.title, row.reporterName, row.replyBy])).toEqual([
    ["垃圾桶太少", null, "2026-10-01"],
    ["楼道灯不亮", "周兰", "2026-10-01"],
  ]);
  expect(await listed("answered")).toMatchObject([{ title: "几点关门", state: "resolved" }]);
  const page = await app.call("GET /matters/:matterId", { params: { matterId: body.raised[2].id } });
  expect(page.body).toMatchObject({ channel: "talk", timeline: [{ move: "raise" }, { move: "answer", note: "晚上十点" }] });
});

test("what a long remark's title does not hold is kept in its details", async () => {
  await aHolidayYear(app, autumn);

  const { body } = await record({ remarks: [{ title: "货车天天压坏路面，", detail: "一下雨就积水，老人不敢走。" }] });

  const page = await app.call("GET /matters/:matterId", { params: { matterId: body.raised[0].id } });
  expect(page.body).toMatchObject({ title: "货车天天压坏路面，", detail: "一下雨就积水，老人不敢走。", state: "proposed" });
});

test("nothing from outside counts as said at a meeting, whatever meeting it names", async () => {
  await aHolidayYear(app, autumn);

  await record({ talkId: "m1" });

  expect(await app.write("matters", ({ services }) => services.others.remarksOf("m1"))).toEqual([]);
});

test("a remark at a meeting keeps which one it was, and what it was split into was not said there", async () => {
  await aHolidayYear(app, autumn);
  const enteredBy = await aPerson(app, { fullName: "周兰" });
  const say = (id: string, title: string) =>
    app.write<{ id: string }[]>("matters", ({ services }) =>
      services.others.raiseRemarks("m1", "2026-09-23", [{ id, title, placeId: community.placeId, saidBy: null, enteredBy }]),
    );
  const [first] = await say("c1", "水沟又堵又滑");
  await app.call("POST /matters/:matterId/parts", {
    params: { matterId: first!.id },
    body: { parts: [{ title: "水沟" }, { title: "坡路" }], reason: "两件事" },
  });
  await say("c2", "楼道灯不亮");

  const remarks = await app.write<{ remarkId: string; title: string }[]>("matters", ({ services }) => services.others.remarksOf("m1"));

  expect(remarks.map(({ remarkId, title }) => [remarkId, title])).toEqual([
    ["c1", "水沟又堵又滑"],
    ["c2", "楼道灯不亮"],
  ]);
});

test("what was said at a talk was raised on the day of the talk, whenever it is written down", async () => {
  await aHolidayYear(app, autumn);
  app.ports.setTime("2026-09-26T09:00");

  await record();

  const rows = await app.write<{ raisedOn: string }[]>("matters", ({ db }) => db.selectFrom("matters_matter").select("raisedOn").execute());
  expect(rows).toEqual([{ raisedOn: "2026-09-23" }]);
});

test("a remark is late when its day has passed and nobody answered", async () => {
  await aHolidayYear(app, autumn);
  const { body } = await record();

  app.ports.setTime("2026-10-02T09:00");

  expect(await listed("screening")).toMatchObject([{ id: body.raised[0].id, isReplyLate: true }]);
});

test("without the year's holidays no day is guessed, and nothing is written", async () => {
  const answer = await record();

  expect([answer.status, answer.body.message]).toEqual([422, "2026 年的放假调休安排还没有导入，算不出答复期限"]);
  expect(await listed("screening")).toEqual([]);
});

test.each([
  ["a day that is not", { heldOn: "2026-02-30" }, 422, "matters.dayUnknown"],
  ["a stranger", { remarks: [{ title: "一件" }, { title: "二件", saidBy: "nobody" }] }, 422, "matters.reporterUnknown"],
  ["no remark", { remarks: [] }, 400, "kit.invalidInput"],
])("refuses %s as a whole", async (_, body, status, code) => {
  await aHolidayYear(app, autumn);

  const answer = await record(body);

  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await listed("screening")).toEqual([]);
});
