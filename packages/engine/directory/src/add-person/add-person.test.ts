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
const add = (person: object) => app.call("POST /people", { body: { placeId: community.placeId, ...person }, headers: { "idempotency-key": `k${keys++}` } });

test("adds a person with a tidy name, other names and addresses, and records who entered them", async () => {
  const answer = await add({
    fullName: "张　桂英",
    channels: [
      { kind: "phone", address: "＋86 199 0000 1111" },
      { kind: "mail", address: "Z@Example.com" },
    ],
    birthYear: 1951,
    sex: "female",
  });

  const { body } = await app.call("GET /people/:personId", { params: { personId: answer.body.id }, headers: { "x-show": "1" } });
  expect(body).toMatchObject({ fullName: "张桂英", birthYear: 1951, sex: "female", version: 1 });
  expect(body.channels.map((c: { address: string; isPreferred: boolean }) => [c.address, c.isPreferred])).toEqual([
    ["19900001111", true],
    ["z@example.com", false],
  ]);
  expect(await app.audited()).toContainEqual({ action: "directory.person.add", target: answer.body.id, detail: { placePath: community.path } });
});

test("the same key adds one person", async () => {
  const twice = [1, 2].map(() =>
    app.call("POST /people", { body: { fullName: "何志远", placeId: community.placeId }, headers: { "idempotency-key": "same" } }),
  );
  const [first, second] = await Promise.all(twice);

  expect(first!.body).toEqual(second!.body);
  expect((await app.call("GET /people", { query: { search: "何志远" } })).body.people).toHaveLength(1);
});

test("tells two people of one name apart by a note", async () => {
  await add({ fullName: "张桂英", distinction: "3 栋" });

  const unsaid = await add({ fullName: "张 桂英" });
  const alike = await add({ fullName: "张桂英", distinction: "3 栋" });
  const told = await add({ fullName: "张桂英", distinction: "6 栋" });

  expect(unsaid).toMatchObject({ status: 409, body: { code: "directory.namesake", field: "body.distinction", message: "这里已有同名的人：张桂英（3 栋）" } });
  expect(alike.status).toBe(409);
  expect(told.status).toBe(200);
});

test("lets the same name live in another community of the county", async () => {
  const compound = await aPlace(app);
  await aPerson(app, { fullName: "李梅", placeId: compound.id });

  expect((await add({ fullName: "李梅" })).status).toBe(409);
});

test.each([
  [{ fullName: "　" }, "directory.nameInvalid", "body.fullName"],
  [{ fullName: "何志远", channels: [{ kind: "phone", address: "1387946012" }] }, "directory.phoneInvalid", "body.channels.0.address"],
  [{ fullName: "何志远", channels: [{ kind: "mail", address: "a@b" }] }, "directory.mailInvalid", "body.channels.0.address"],
  [{ fullName: "何志远", birthYear: 1850 }, "directory.birthYearWrong", "body.birthYear"],
  [
    {
      fullName: "何志远",
      channels: [
        { kind: "phone", address: "19900001111" },
        { kind: "phone", address: "199-0000-1111" },
      ],
    },
    "directory.channelKnown",
    "body.channels.1.address",
  ],
])("refuses %j and leaves nothing half-written", async (person, code, field) => {
  const answer = await add(person);

  expect(answer.body).toMatchObject({ code, field });
  expect(answer.body.remedy).not.toBe("");
  expect((await app.call("GET /people")).body.people).toHaveLength(1);
});

test("says what is wrong in English too", async () => {
  const answer = await app.call("POST /people", {
    body: { fullName: "何志远", placeId: community.placeId, channels: [{ kind: "phone", address: "123" }] },
    headers: { "idempotency-key": "en", "accept-language": "en" },
  });

  expect(answer.body.message).toBe("A mobile number has 11 digits; these are 3");
});

test("a grid worker adds people at their own compound only", async () => {
  const [here, there] = [await aPlace(app), await aPlace(app, { name: "松涛园" })];
  await aPerson(app, { fullName: "网格员甲", placeId: here.id, role: "grid_worker", account: "worker" });

  const statuses = [];
  for (const place of [here, there])
    statuses.push(
      (await app.call("POST /people", { as: "worker", body: { fullName: "新居民", placeId: place.id }, headers: { "idempotency-key": place.id } })).status,
    );

  expect(statuses).toEqual([200, 404]);
});
