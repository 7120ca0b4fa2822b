import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aPerson, aPlace, importFile, type SetUp } from "../testing.js";

const spare = "19900006666";
let app: Running;
let community: SetUp;
beforeEach(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  app.signInAs("secretary");
  await aPerson(app, { fullName: "刘工", role: "grid_worker", account: "worker" });
});
afterEach(() => app.close());

let keys = 0;
const post = (path: string, params: Record<string, string>, body: object = {}, as = "secretary") =>
  app.call(`POST ${path}`, { as, params, body, headers: { "idempotency-key": `t${keys++}` } });
const addPhone = (personId: string, as: string, address = spare) => post("/people/:personId/channels", { personId }, { kind: "phone", address }, as);
/** The two steps of whoever asks for a code and types it in. */
const expects = (address = spare) => app.write("directory", ({ services }): Promise<boolean> => services.authority().expects({ kind: "phone", address }));
const prove = (account: string, address = spare) =>
  app.write("directory", ({ services }): Promise<string | null> => services.authority().recognise(account, { kind: "phone", address }));
const session = async (as: string) => {
  app.app.forgetActors();
  return (await app.call("GET /api/session", { as })).body;
};
const show = async (personId: string) => (await app.call("GET /people/:personId", { params: { personId } })).body;

test.each(["secretary", "administrator", "grid_leader", "recorder", "council_member", "auditor", "department"] as const)(
  "a grid worker's own phone on the record of a %s proves nothing",
  async (role) => {
    const personId = await aPerson(app, { fullName: "陈国强", role });

    const added = await addPhone(personId, "worker");

    expect(added.status).toBe(200);
    expect([await expects(), await prove("stranger")]).toEqual([false, null]);
    expect(await session("stranger")).toMatchObject({ person: null, permissions: [] });
  },
);

test("neither does it on a record whose role begins tomorrow, whose account is there already, or which was entered with it", async () => {
  const later = await aPerson(app, { fullName: "后任" });
  await post("/people/:personId/roles", { personId: later }, { kind: "secretary", placeId: community.placeId, fromOn: "2026-09-04" });
  await addPhone(later, "worker");
  await addPhone(await aPerson(app, { fullName: "何志远", account: "he" }), "worker", "19900006667");
  const body = { fullName: "张桂英", placeId: community.placeId, channels: [{ kind: "phone", address: "19900006668" }] };
  const { body: entered } = await app.call("POST /people", { as: "worker", body, headers: { "idempotency-key": "n" } });
  await post("/people/:personId/roles", { personId: entered.id }, { kind: "secretary", placeId: community.placeId, fromOn: "2026-09-03" });

  expect([await expects(), await expects("19900006667"), await expects("19900006668")]).toEqual([false, false, false]);
});

test("a resident is recognised by a phone that a grid worker entered, as a resident, whatever role they get later", async () => {
  const personId = await aPerson(app, { fullName: "何志远" });
  await addPhone(personId, "worker");
  expect([await expects(), await prove("phone")]).toEqual([true, personId]);
  await post("/people/:personId/roles", { personId }, { kind: "secretary", placeId: community.placeId, fromOn: "2026-09-03" });

  const before = await session("phone");
  const [link] = (await show(personId)).accounts;
  const confirmed = await post("/people/:personId/accounts/:linkId/confirm", { personId, linkId: link.id });

  expect([before.permissions.includes("matters.raise") || before.permissions.length > 0, before.permissions.includes("directory.giveRoles")]).toEqual([
    true,
    false,
  ]);
  expect([link.isConfirmed, confirmed.status, (await session("phone")).permissions.includes("directory.giveRoles")]).toEqual([false, 200, true]);
});

test("a phone proves a role holder once somebody who gives roles entered it, imported it or confirmed it", async () => {
  const [entered, confirmed] = [await aPerson(app, { fullName: "甲一", role: "recorder" }), await aPerson(app, { fullName: "乙二", role: "recorder" })];
  await addPhone(entered, "secretary", "19900006661");
  const { body } = await addPhone(confirmed, "worker", "19900006662");
  await post("/people/:personId/channels/:channelId/confirm", { personId: confirmed, channelId: body.id });
  const file = { name: "a.csv", bytes: new TextEncoder().encode("姓名,手机,职务\n丙三,19900006663,网格长\n") };
  const turn = <T>(work: (ctx: any) => Promise<T>) => app.write("directory", work);
  await importFile({ read: turn, turn }, { kind: "people", placeId: community.placeId, file });

  const phones = ["19900006661", "19900006662", "19900006663"];

  expect(await Promise.all(phones.map(expects))).toEqual([true, true, true]);
  expect([await prove("a", phones[0]), await prove("b", phones[1])]).toEqual([entered, confirmed]);
  expect((await session("b")).permissions).toContain("meetings.record");
});

test("the secretary of a compound decides nothing about the community's, who lives there", async () => {
  const compound = await aPlace(app);
  const head = await aPerson(app, { fullName: "上级", placeId: compound.id, role: "secretary", rolePlaceId: community.placeId, account: "head" });
  await aPerson(app, { fullName: "小区书记", placeId: compound.id, role: "secretary", rolePlaceId: compound.id, account: "helper" });
  const resident = await aPerson(app, { fullName: "替身", placeId: compound.id, account: "double" });
  const added = await addPhone(head, "helper");
  const [link] = (await show(head)).accounts;

  const answers = [
    await post("/people/:personId/channels/:channelId/confirm", { personId: head, channelId: added.body.id }, {}, "helper"),
    await post("/people/:personId/accounts", { personId: head }, { holderId: resident }, "helper"),
    await post("/people/:personId/accounts/:linkId/end", { personId: head, linkId: link.id }, {}, "helper"),
    await post("/people/:personId/unlink", { personId: head }, {}, "helper"),
  ];

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([403, "directory.notYours"]));
  expect([await expects(), (await session("double")).permissions.includes("directory.see")]).toEqual([false, false]);
});

test("who may not give roles confirms nothing", async () => {
  const personId = await aPerson(app, { fullName: "陈国强", role: "secretary", account: "chen" });
  const { body } = await addPhone(personId, "worker");
  const [link] = (await show(personId)).accounts;

  const answers = [
    await post("/people/:personId/channels/:channelId/confirm", { personId, channelId: body.id }, {}, "worker"),
    await post("/people/:personId/accounts/:linkId/confirm", { personId, linkId: link.id }, {}, "worker"),
  ];

  expect(answers.map(({ status }) => status)).toEqual([403, 403]);
});

test("the log tells who added an address, of which kind and whether it was vouched for, and never the address", async () => {
  const personId = await aPerson(app, { fullName: "陈国强", role: "secretary" });

  const { body } = await addPhone(personId, "worker");
  await post("/people/:personId/channels/:channelId/confirm", { personId, channelId: body.id });

  const rows = await app.app.platform.database.kit.selectFrom("kit_audit").selectAll().where("action", "like", "%channel%").orderBy("id").execute();
  expect(rows.map(({ account, action, target }) => [account, action, target])).toEqual([
    ["worker", "directory.channel.add", personId],
    ["secretary", "directory.channel.confirm", personId],
  ]);
  expect(rows[0]!.detail).toContain('"isConfirmed":false');
  expect(JSON.stringify(rows)).not.toContain(spare);
});
