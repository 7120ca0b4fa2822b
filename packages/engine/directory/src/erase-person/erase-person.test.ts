import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Classified } from "@lianxin/plugin-kit";
import server from "../server.js";
import { aCommunity, aPerson, type SetUp } from "../testing.js";

const phone = "19900006666";
let app: Running;
let community: SetUp;
beforeEach(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

let keys = 0;
const erase = (personId: string, name: string, as = "secretary") =>
  app.call("POST /people/:personId/erasure", { as, params: { personId }, body: { name }, headers: { "idempotency-key": `e${keys++}` } });
const show = (personId: string) => app.call("GET /people/:personId", { params: { personId } });
/** Every row of every table as it lies in the database. */
const everything = () =>
  app.app.platform.database.disarmed(async () => {
    const { root } = app.app.platform.database;
    const tables = (await root.introspection.getTables()).filter(({ isView }) => !isView);
    const rows = await Promise.all(tables.map(({ name }) => root.selectFrom(name).selectAll().execute()));
    return JSON.stringify(rows);
  });
const anElder = () =>
  aPerson(app, {
    fullName: "梁美珍",
    distinction: "三栋老梁",
    birthYear: 1941,
    account: "liang",
    aliases: [{ kind: "familiar", name: "珍姨" }],
    channels: [{ kind: "phone", address: phone }],
  });

test("an erased person is nowhere by name, nickname or note, and what was sealed about them opens no more", async () => {
  const personId = await anElder();
  const kit = app.app.platform.database.kit;
  const sealed = (await app.write("directory", ({ services }) => services.channels.of(personId))) as readonly { readonly address: Classified<string> }[];
  await app.write("directory", async ({ deliver }) => {
    const to = { personId, name: "梁美珍", address: sealed[0]!.address };
    deliver({ channel: "sms", to, key: "k", subject: "", text: "请梁美珍来开会" });
  });
  await erase(personId, "梁美珍");

  const text = await everything();
  const key = await kit.selectFrom("kit_person_key").select(["wrapped", "state"]).where("id", "=", personId).executeTakeFirst();
  const opened = await app.write("directory", ({ services }) => services.others.namesOf([personId]));

  expect(["梁美珍", "珍姨", "三栋老梁", "1941"].filter((word) => text.includes(word))).toEqual([]);
  expect([sealed.length, key]).toEqual([1, { wrapped: null, state: "destroyed" }]);
  expect([...(opened as ReadonlyMap<string, string>).values()]).toEqual(["（已抹去的人）"]);
  expect((await show(personId)).status).toBe(404);
  expect((await app.call("GET /people", { query: { search: "梁" } })).body.people).toEqual([]);
});

test("what they took part in still counts, and the audit proves what was done without saying more", async () => {
  const personId = await anElder();
  await app.call("POST /people/:personId/roles", {
    params: { personId },
    body: { kind: "volunteer", placeId: community.placeId, fromOn: "2026-09-01" },
    headers: { "idempotency-key": "r" },
  });
  const count = () => app.write("directory", async ({ db }) => (await db.selectFrom("directory_v1_role").select("id").execute()).length);
  const before = await count();

  expect((await erase(personId, "梁美珍")).status).toBe(200);

  const rows = await app.app.platform.database.kit.selectFrom("kit_audit").select(["action", "detail"]).where("target", "=", personId).orderBy("id").execute();
  expect(await count()).toBe(before);
  expect(rows.find(({ action }) => action === "directory.person.add")?.detail).toBe('{"redacted":true}');
  expect(rows.at(-1)).toMatchObject({ action: "directory.person.erase" });
  expect(await app.published()).toContainEqual({ event: "directory.personErased", payload: { personId } });
});

test("their account is gone, one that stands for somebody else too stays, and nobody is expected at the address", async () => {
  const personId = await anElder();
  const child = await aPerson(app, { fullName: "何小妹", account: "child" });
  const body = { holderId: child };
  await app.call("POST /people/:personId/accounts", { params: { personId }, body, headers: { "idempotency-key": "s" } });

  await erase(personId, "梁美珍");
  app.app.forgetActors();

  const session = async (as: string) => (await app.call("GET /api/session", { as })).body.person?.name ?? null;
  const expects = await app.write("directory", ({ services }): Promise<boolean> => services.authority().expects({ kind: "phone", address: phone }));
  expect([await session("liang"), await session("child"), expects]).toEqual([null, "何小妹", false]);
});

test("nobody erases by a slip, themselves, who holds an office, or without being administrator", async () => {
  const elder = await anElder();
  const officer = await aPerson(app, { fullName: "陈国强", role: "recorder" });
  await aPerson(app, { fullName: "副书记", role: "secretary", account: "second" });

  const answers = [
    await erase(elder, "梁美"),
    await erase(community.personId, "王秀珍"),
    await erase(officer, "陈国强"),
    await erase(elder, "梁美珍", "second"),
    await erase("nobody", "梁美珍"),
  ];

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [422, "directory.eraseNameWrong"],
    [409, "directory.eraseSelf"],
    [409, "directory.eraseRoles"],
    [403, "kit.notAllowed"],
    [404, "kit.notFound"],
  ]);
  expect((await show(elder)).body.fullName).toBe("梁美珍");
});
