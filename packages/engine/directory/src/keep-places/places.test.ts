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

let keys = 0;
const add = (place: object) =>
  app.call("POST /places", { body: { parentId: community.placeId, kind: "compound", name: "和平苑", ...place }, headers: { "idempotency-key": `p${keys++}` } });
const close = (placeId: string) => app.call("POST /places/:placeId/close", { params: { placeId } });

test("adds places below each other, parents before children in the list", async () => {
  const { body } = await add({ households: 86 });
  await add({ name: "3 栋", kind: "building", parentId: body.id });

  const { places } = (await app.call("GET /places")).body;

  expect(places.map((p: { name: string; kind: string; households: number | null }) => [p.name, p.kind, p.households])).toEqual([
    ["光明路社区", "community", null],
    ["和平苑", "compound", 86],
    ["3 栋", "building", null],
  ]);
});

test("refuses a second place of one name beside the first, but not in another overlay", async () => {
  await add({ name: "一网格", kind: "grid" });

  const [same, overlay] = [await add({ name: "一 网格", kind: "grid" }), await add({ name: "一网格", kind: "grid", scheme: "labour_union" })];

  expect(same.body).toMatchObject({ code: "directory.nameTaken", message: "这里已有一个“一网格”" });
  expect(overlay.status).toBe(200);
});

test("refuses a community inside a compound, in plain words", async () => {
  const compound = await aPlace(app);

  expect((await add({ parentId: compound.id, kind: "community", name: "错" })).body).toMatchObject({
    code: "directory.placeKindWrong",
    message: "小区下面不能放社区",
    field: "body.kind",
  });
});

test("closes a place only when nothing open lies in it", async () => {
  const compound = await aPlace(app);
  const building = await aPlace(app, { name: "3栋", kind: "building", parentId: compound.id });
  await aPerson(app, { placeId: building.id });

  const answers = [await close(compound.id), await close(building.id)];

  expect(answers.map((a) => [a.body.code, a.body.params.count])).toEqual([
    ["directory.placeInUse", 1],
    ["directory.placeInUse", 1],
  ]);
});

test("puts nobody into a closed place", async () => {
  const compound = await aPlace(app);
  await close(compound.id);

  const answer = await app.call("POST /people", { body: { fullName: "何志远", placeId: compound.id }, headers: { "idempotency-key": "x" } });

  expect(answer.body.code).toBe("directory.placeClosed");
});

test("renames a place, and refuses a change made on an older version", async () => {
  const compound = await aPlace(app);
  const change = (version: number, name: string) => app.call("PATCH /places/:placeId", { params: { placeId: compound.id }, body: { version, name } });

  const answers = [await change(1, "和平新苑"), await change(1, "和平旧苑")];

  expect(answers.map((a) => a.status)).toEqual([200, 409]);
});

test("names the keepers of a building: the nearest grid leader and the secretary", async () => {
  const compound = await aPlace(app);
  const building = await aPlace(app, { name: "3栋", kind: "building", parentId: compound.id });
  await aPerson(app, { fullName: "李建平", role: "grid_leader", rolePlaceId: compound.id });

  const { body } = await app.call("GET /places/:placeId/keepers", { params: { placeId: building.id } });

  expect(body.keepers.map((k: { fullName: string; title: string }) => `${k.title} ${k.fullName}`)).toEqual(["网格长 李建平", "社区书记 王秀珍"]);
});

test("a grid worker sees only their own part of the tree", async () => {
  const [here] = [await aPlace(app), await aPlace(app, { name: "松涛园" })];
  await aPerson(app, { fullName: "网格员", placeId: here.id, role: "grid_worker", account: "worker" });

  const { places } = (await app.call("GET /places", { as: "worker" })).body;

  expect(places.map((p: { name: string }) => p.name)).toEqual(["和平苑"]);
});
