import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aPerson, aPlace, type SetUp } from "../testing.js";

let app: Running;
let community: SetUp;
beforeEach(async () => {
  app = await startPlugin(server);
  community = await aCommunity(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

const names = (answer: { body: { people: { fullName: string }[] } }) => answer.body.people.map((p) => p.fullName);

test("lists the people of the reader's place with roles and a masked phone", async () => {
  const compound = await aPlace(app);
  await aPerson(app, { fullName: "吴琴", placeId: compound.id, role: "grid_worker", channels: [{ kind: "phone", address: "199 0000 1234" }] });

  const answer = await app.call("GET /people", { query: { search: "吴" } });

  expect(answer.status).toBe(200);
  expect(answer.body.people).toMatchObject([
    { fullName: "吴琴", placeName: "和平苑", phone: "199****1234", roles: [{ kind: "grid_worker", title: "网格员" }] },
  ]);
});

test("finds people by another name and by place, and takes % for a letter", async () => {
  const compound = await aPlace(app);
  await aPerson(app, { fullName: "张桂英", placeId: compound.id, aliases: [{ kind: "familiar", name: "英子" }] });
  await aPerson(app, { fullName: "李建平" });

  expect(names(await app.call("GET /people", { query: { search: "英子" } }))).toEqual(["张桂英"]);
  expect(names(await app.call("GET /people", { query: { placeId: compound.id } }))).toEqual(["张桂英"]);
  expect(names(await app.call("GET /people", { query: { search: "%" } }))).toEqual([]);
});

test("gives fifty people a page and goes on where it stopped", async () => {
  for (let i = 0; i < 60; i++) await aPerson(app, { fullName: `居民甲${String.fromCodePoint(0x4e00 + i)}` });

  const first = await app.call("GET /people");
  const second = await app.call("GET /people", { query: { after: first.body.next } });

  expect(first.body.people).toHaveLength(50);
  expect(second.body).toMatchObject({ next: null });
  expect(new Set([...names(first), ...names(second)]).size).toBe(61);
});

test("shows nobody of another place to a grid worker of one compound", async () => {
  const [here, there] = [await aPlace(app), await aPlace(app, { name: "松涛园" })];
  const stranger = await aPerson(app, { fullName: "外人", placeId: there.id });
  await aPerson(app, { fullName: "网格员甲", placeId: here.id, role: "grid_worker", account: "worker" });

  const list = await app.call("GET /people", { as: "worker" });
  const one = await app.call("GET /people/:personId", { as: "worker", params: { personId: stranger } });

  expect(names(list)).toEqual(["网格员甲"]);
  expect(one).toMatchObject({ status: 404, body: { code: "kit.notFound" } });
});

test("refuses residents and strangers", async () => {
  await aPerson(app, { fullName: "居民", account: "resident" });

  expect(await app.call("GET /people", { as: "resident" })).toMatchObject({ status: 403, body: { remedy: "请有“看通讯录”权限的人来办" } });
  expect((await app.call("GET /people", { as: null })).status).toBe(401);
});

test("shows a person's own record to them, phone in full when they ask", async () => {
  await aPerson(app, { fullName: "何志远", account: "resident", channels: [{ kind: "phone", address: "19900001111" }] });

  const masked = await app.call("GET /self", { as: "resident" });
  const shown = await app.call("GET /self", { as: "resident", headers: { "x-show": "1" } });

  expect(masked.body.channels).toMatchObject([{ address: "199****1111" }]);
  expect(shown.body.channels).toMatchObject([{ address: "19900001111" }]);
});

test("shows the places around a person", async () => {
  const compound = await aPlace(app);
  const building = await aPlace(app, { name: "3 栋", kind: "building", parentId: compound.id });
  const personId = await aPerson(app, { placeId: building.id });

  const { body } = await app.call("GET /people/:personId", { params: { personId } });

  expect(body.places.map((p: { name: string }) => p.name)).toEqual(["光明路社区", "和平苑", "3 栋"]);
  expect(body.places[0].id).toBe(community.placeId);
});
