import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, aPerson, aPlace, type SetUp } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

let app: Running;
let community: SetUp;
let slope: { id: string };
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-10-12T20:41" });
  community = await aCommunity(app);
  slope = await aPlace(app, { name: "柳树坡", kind: "group" });
  await aHolidayYear(app, { year: 2026, days: [{ day: "2026-10-01", name: "国庆节", isOffDay: true }] });
});
afterEach(() => app.close());

let keys = 0;
const anonymous = { as: null };
const raise = (body: object = {}, key = `p${keys++}`) =>
  app.call("POST /public/matters", { ...anonymous, body: { title: "42 号旁水沟异味大", placeId: slope.id, ...body }, headers: { "idempotency-key": key } });
const follow = (link: string) => {
  const [matterId, key] = link.split("/").slice(-2) as [string, string];
  return app.call("GET /public/matters/:matterId/:key", { ...anonymous, params: { matterId, key } });
};
const show = (id: string) => app.call("GET /matters/:matterId", { as: "secretary", params: { matterId: id } });

test("anybody raises a matter without an account and without a name, gets a number, and follows it by a private link", async () => {
  const { status, body } = await raise();
  await app.call("POST /matters/:matterId/screening-begun", { as: "secretary", params: { matterId: body.id } });

  const followed = await follow(body.link);

  expect([status, body.number, body.replyBy]).toEqual([200, "2026-0001", "2026-10-15"]);
  expect(followed.body).toMatchObject({ number: "2026-0001", stateWord: "审查中", answer: "有人在看这件事了，10月15日前答复您。", placeName: "柳树坡" });
  expect(followed.body.steps).toMatchObject([{ step: "反映" }, { step: "受理" }]);
  expect((await show(body.id)).body).toMatchObject({ channel: "public", reporterName: null, entererName: null });
});

test("who is affected is kept with what was raised without an account", async () => {
  const { body } = await raise({ affected: ["42 号 3 户", " 6 栋 "] });

  expect((await show(body.id)).body.affected).toEqual(["42 号 3 户", "6 栋"]);
});

test("the same key gives the same number and one matter only, and with another content it is refused", async () => {
  const [first, second, other] = [await raise({}, "k"), await raise({}, "k"), await raise({ title: "另一件事" }, "k")];

  expect(second.body).toEqual(first.body);
  expect(other.body.code).toBe("kit.idempotencyKeyReused");
  expect((await app.call("GET /matters", { as: "secretary", query: { tab: "screening" } })).body.matters).toHaveLength(1);
});

test("a link with a wrong key, another matter's key or no matter tells nothing", async () => {
  const [one, two] = [(await raise()).body, (await raise({ title: "别的事" })).body];
  const keyOf = (link: string) => link.split("/").at(-1)!;

  const answers = [await follow(`/${one.id}/${keyOf(two.link)}`), await follow(`/${one.id}/x`), await follow(`/nothing/${keyOf(one.link)}`)];

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([404, "matters.linkUnknown"]));
  expect(new Set(answers.map(({ body }) => body.message)).size).toBe(1);
});

test("a phone number is sealed, shown to nobody with the matter, and opened for calling back, which is logged", async () => {
  const { body } = await raise({ name: "周兰", phone: "１９９ 0000 1234" });

  const [page, followed] = [await show(body.id), await follow(body.link)];
  const caller = await app.call("GET /matters/:matterId/caller", { as: "secretary", params: { matterId: body.id } });
  const kept = await app.write<{ phone: unknown }[]>("matters", ({ db }) => db.selectFrom("matters_guest").select("phone").execute());

  expect(caller.body).toEqual({ name: "周兰", phone: "19900001234" });
  for (const { text } of [page, followed]) expect(text).not.toContain("19900001234");
  expect(followed.text).not.toContain("周兰");
  expect(JSON.stringify(kept)).not.toContain("19900001234");
  expect(await app.app.platform.database.kit.selectFrom("kit_access_log").select(["account", "dataClass"]).execute()).toEqual([
    { account: "secretary", dataClass: "contact" },
  ]);
});

test("who may not screen learns no phone number, and without one there is nobody to call", async () => {
  await aPerson(app, { fullName: "何志远", account: "he" });
  const [named, unnamed] = [(await raise({ phone: "19900001234" })).body, (await raise({ title: "不留名" })).body];
  const caller = (id: string, as: string) => app.call("GET /matters/:matterId/caller", { as, params: { matterId: id } });

  const [refused, none] = [await caller(named.id, "he"), await caller(unnamed.id, "secretary")];

  expect([refused.status, none.body.code]).toEqual([403, "matters.callerUnknown"]);
});

test("whoever left a name stands under it at the desk, in the list and on paper, and a call is offered only where a number was left", async () => {
  const [called, named] = [(await raise({ name: "周兰", phone: "19900001234" })).body, (await raise({ title: "井盖松了", name: "陈桂花" })).body];

  const [one, two] = [await show(called.id), await show(named.id)];
  const list = await app.call("GET /matters", { as: "secretary", query: { tab: "screening" } });
  const slip = await app.call("GET /matters/:matterId/answer-slip", { as: "secretary", params: { matterId: called.id } });

  expect([one.body.reporterName, one.body.hasCaller]).toEqual(["周兰", true]);
  expect([two.body.reporterName, two.body.hasCaller]).toEqual(["陈桂花", false]);
  expect(list.body.matters.map(({ reporterName }: { reporterName: string }) => reporterName).sort()).toEqual(["周兰", "陈桂花"].sort());
  expect(slip.text).toContain("周兰");
});

test.each([
  ["no title", { title: " " }, 400, "kit.invalidInput"],
  ["a place nobody knows", { placeId: "nothing" }, 422, "matters.placeUnknown"],
  ["a short number of the town", { phone: "3990000" }, 200, undefined],
  ["a wrong phone number", { phone: "1990000123" }, 422, "matters.phoneWrong"],
])("answers %s with %s", async (_, body, status, code) => {
  const answer = await raise(body);

  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test("one address raises twenty in ten minutes and no more, with a refusal that says when", async () => {
  const answers = [];
  for (let n = 0; n < 21; n++) answers.push(await raise({ title: `第 ${n} 件` }));

  expect(answers.map(({ status }) => status)).toEqual([...Array(20).fill(200), 429]);
  expect(answers.at(-1)!.body).toMatchObject({ code: "kit.tooMany", message: "太频繁了" });
});

test("the blank form and the answer print without an account and without a script", async () => {
  const { body } = await raise({ name: "周兰" });
  const [matterId, key] = body.link.split("/").slice(-2);

  const [form, slip] = [
    await app.call("GET /public/blank-form", anonymous),
    await app.call("GET /public/matters/:matterId/:key/answer-slip", { ...anonymous, params: { matterId, key } }),
  ];

  expect(form.text).toContain("议题提出表");
  expect(form.text).toContain("光明路社区");
  expect(slip.text).toContain("反映人：");
  expect(slip.text).toContain("已经收到，10月15日前给您第一次答复。");
  for (const { text } of [form, slip]) expect(text).not.toMatch(/<script|周兰/);
  expect(community.placeId).not.toBe(slope.id);
});
