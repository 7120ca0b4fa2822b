import directory from "@lianxin/directory/server";
import { aCommunity, aPerson, aPlace, type SetUp } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

let app: Running;
let community: SetUp;
let compound: { id: string; path: string };
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-02T10:00" });
  community = await aCommunity(app);
  compound = await aPlace(app);
  await aPerson(app, { fullName: "李建平", role: "grid_leader", account: "leader" });
});
afterEach(() => app.close());

let keys = 0;
const raise = (as: string, body: object = {}) =>
  app.call("POST /matters", {
    as,
    body: { title: "小区东侧挡土墙坍毁约 12 米，砸坏板房", placeId: compound.id, reporter: "self", ...body },
    headers: { "idempotency-key": `r${keys++}` },
  });
const show = (id: string, as: string) => app.call("GET /matters/:matterId", { as, params: { matterId: id } });

test("a grid leader enters a matter for a resident, and both are kept apart", async () => {
  const resident = await aPerson(app, { fullName: "何志远", placeId: compound.id });

  const raised = await raise("leader", { reporter: "other", reporterId: resident, spot: "东侧", wish: "尽快重建" });

  expect(raised).toMatchObject({ status: 200, body: { number: "2026-0001" } });
  const { body } = await show(raised.body.id, "secretary");
  expect(body).toMatchObject({
    reporterName: "何志远",
    entererName: "李建平",
    state: "proposed",
    placeName: "和平苑",
    spot: "东侧",
    raisedOn: "2026-09-02",
    verbs: ["screen", "refer", "split", "answer", "withdrawFor"],
    channel: "visit",
    answer: "已经收到，等着审查。",
  });
  expect(body.timeline).toEqual([{ move: "raise", toState: "proposed", at: "2026-09-02T02:00:00.000Z", byName: "李建平", forName: "何志远", note: null }]);
  expect(await app.published()).toContainEqual({ event: "matters.raised", payload: { matterId: raised.body.id, number: "2026-0001" } });
});

test("a resident raises for themself, finds it again, and nobody else without the right does", async () => {
  await aPerson(app, { fullName: "周兰", account: "lan" });
  await aPerson(app, { fullName: "吴琴", account: "qin" });

  const { body } = await raise("lan");

  expect((await app.call("GET /mine", { as: "lan" })).body.matters).toMatchObject([{ id: body.id, reporterName: "周兰" }]);
  expect((await show(body.id, "lan")).body.verbs).toEqual(["withdraw"]);
  expect((await show(body.id, "qin")).body).toMatchObject({ code: "matters.matterUnknown" });
});

test("who raises without a name stays unnamed to everybody but themself", async () => {
  await aPerson(app, { fullName: "周兰", account: "lan" });
  const { body } = await raise("lan", { reporter: "unnamed" });

  const [toSecretary, toHerself] = [await show(body.id, "secretary"), await show(body.id, "lan")];

  expect(toSecretary.text).not.toContain("周兰");
  expect(toSecretary.body).toMatchObject({ reporterName: null, entererName: null, timeline: [{ byName: null }] });
  expect(toHerself.body).toMatchObject({ reporterName: null, entererName: "周兰" });
});

test("a council member reads a matter without learning who raised it, in the list and on its page", async () => {
  const resident = await aPerson(app, { fullName: "何志远", placeId: compound.id });
  await aPerson(app, { fullName: "陈国强", role: "council_member", account: "chen" });
  const { body } = await raise("leader", { reporter: "other", reporterId: resident });

  const [list, page] = [await app.call("GET /matters", { as: "chen", query: { tab: "screening" } }), await show(body.id, "chen")];

  expect(list.body.matters).toMatchObject([{ id: body.id, reporterName: null }]);
  expect(page.body).toMatchObject({ reporterName: null, entererName: null });
  for (const { text } of [list, page]) expect(text).not.toContain("何志远");
});

test("numbers run on within a community and a year, and begin again with each", async () => {
  const town = await aPlace(app, { name: "松涛小组", kind: "compound" });
  const numbers = [];
  for (const placeId of [compound.id, town.id, community.placeId]) numbers.push((await raise("leader", { placeId })).body.number);
  app.ports.setTime("2027-01-04T09:00");
  numbers.push((await raise("leader")).body.number);

  expect(numbers).toEqual(["2026-0001", "2026-0002", "2026-0003", "2027-0001"]);
});

test("ten people who raise at once get ten numbers", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => raise("leader")));

  expect(answers.map(({ body }) => body.number).sort()).toEqual(Array.from({ length: 10 }, (_, i) => `2026-${String(i + 1).padStart(4, "0")}`));
});

test("only who enters for others may name another person", async () => {
  const other = await aPerson(app, { fullName: "何志远" });
  await aPerson(app, { fullName: "周兰", account: "lan" });

  const refused = await raise("lan", { reporter: "other", reporterId: other });
  const unknown = await raise("leader", { reporter: "other", reporterId: "nobody" });

  expect(refused).toMatchObject({ status: 403, body: { code: "matters.enterNotAllowed", field: "body.reporter" } });
  expect(unknown).toMatchObject({ status: 422, body: { code: "matters.reporterUnknown", field: "body.reporterId" } });
  expect((await app.call("GET /matters", { as: "secretary", query: { tab: "screening" } })).body.matters).toEqual([]);
});

test("a grid leader who enters for somebody at a place of another grid is told that the place is not theirs", async () => {
  const [first, second] = [await aPlace(app, { name: "第一网格", kind: "grid" }), await aPlace(app, { name: "第二网格", kind: "grid" })];
  const resident = await aPerson(app, { fullName: "何志远" });
  await aPerson(app, { fullName: "邓春梅", role: "grid_leader", rolePlaceId: first.id, account: "deng" });
  const enter = (placeId: string) => raise("deng", { reporter: "other", reporterId: resident, placeId });

  const [own, other] = [await enter(first.id), await enter(second.id)];
  const offered = await app.call("GET /places/entering", { as: "deng" });

  expect(own.status).toBe(200);
  expect(other).toMatchObject({ status: 403, body: { code: "matters.placeNotYours", field: "body.placeId" } });
  expect(offered.body.places.map(({ name }: { name: string }) => name)).toEqual(["第一网格"]);
  expect((await raise("deng", { placeId: second.id })).status).toBe(200);
});

test("a neighbour who is not in the directory is written down by name and a sealed phone number", async () => {
  const { body } = await raise("leader", { reporter: "other", reporterName: " 周兰 ", reporterPhone: "199 0000 1234" });

  const page = await show(body.id, "secretary");
  const caller = await app.call("GET /matters/:matterId/caller", { as: "secretary", params: { matterId: body.id } });

  expect(page.body).toMatchObject({ reporterName: "周兰", entererName: "李建平", hasCaller: true, timeline: [{ byName: "李建平" }] });
  expect(page.text).not.toContain("19900001234");
  expect(caller.body).toEqual({ name: "周兰", phone: "19900001234" });
});

test("a wrong phone number of a neighbour is refused at its field, and nothing is kept", async () => {
  const refused = await raise("leader", { reporter: "other", reporterName: "周兰", reporterPhone: "1990000123" });

  expect(refused).toMatchObject({ status: 422, body: { code: "matters.phoneWrong", field: "body.reporterPhone" } });
  expect(await app.write<unknown[]>("matters", ({ db }) => db.selectFrom("matters_guest").select("id").execute())).toEqual([]);
});

test("a title of spaces is refused, and a place elsewhere looks as if it were not there", async () => {
  const blank = await raise("leader", { title: "   " });
  const elsewhere = await raise("leader", { placeId: "no-such-place" });

  expect(blank).toMatchObject({ status: 400, body: { code: "kit.invalidInput", problems: [{ field: "body.title" }] } });
  expect(elsewhere.status).toBe(404);
});

test("the places offered are those below one's own, in the order of the tree, brothers by number and a building with its compound", async () => {
  await aPerson(app, { fullName: "周兰", account: "lan" });
  for (const name of ["10栋", "2栋", "1栋"]) await aPlace(app, { name, kind: "building", parentId: compound.id });
  for (const name of ["第三网格", "第一网格", "第二网格"]) await aPlace(app, { name, kind: "grid" });

  const { body } = await app.call("GET /places", { as: "lan" });

  expect(body.places.map((p: { name: string; depth: number }) => [p.name, p.depth])).toEqual([
    ["光明路社区", 0],
    ["第一网格", 1],
    ["第二网格", 1],
    ["第三网格", 1],
    ["和平苑", 1],
    ["和平苑 1栋", 2],
    ["和平苑 2栋", 2],
    ["和平苑 10栋", 2],
  ]);
});
