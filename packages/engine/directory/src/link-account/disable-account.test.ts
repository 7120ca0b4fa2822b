import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aPerson, aPlace, type SetUp } from "../testing.js";

const now = "2026-09-03T01:00:00.000Z";
let app: Running;
let community: SetUp;
beforeEach(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

let keys = 0;
const post = (verb: string, personId: string, linkId: string, as = "secretary") =>
  app.call(`POST /people/:personId/accounts/:linkId/${verb}`, { as, params: { personId, linkId }, headers: { "idempotency-key": `d${keys++}` } });
const show = async (personId: string) => (await app.call("GET /people/:personId", { params: { personId } })).body;
/** What signing in keeps of an account. */
const anAccount = (id: string) =>
  app.app.platform.database.disarmed(async () => {
    const { root } = app.app.platform.database;
    const user = { id, name: "", email: `${id}@account.invalid`, email_verified: 0, created_at: now, updated_at: now };
    await root.insertInto("auth_user").values(user).execute();
    const session = { id: `session of ${id}`, user_id: id, token: id, expires_at: "2026-10-03T01:00:00.000Z", created_at: now, updated_at: now };
    await root.insertInto("auth_session").values(session).execute();
  });
const sessionsOf = (id: string) =>
  app.app.platform.database.disarmed(() => app.app.platform.database.root.selectFrom("auth_session").select("id").where("user_id", "=", id).execute());

test("a disabled account has no session left, says so on its person's page, and is enabled again", async () => {
  const personId = await aPerson(app, { fullName: "刘工", account: "liu" });
  await anAccount("liu");
  const [link] = (await show(personId)).accounts;

  const disabled = await post("disable", personId, link.id);
  const [shown, sessions] = [(await show(personId)).accounts, await sessionsOf("liu")];
  const enabled = await post("enable", personId, link.id);

  expect([disabled.status, enabled.status, link.isDisabled]).toEqual([200, 200, false]);
  expect(shown).toMatchObject([{ isDisabled: true }]);
  expect(sessions).toEqual([]);
  expect((await show(personId)).accounts).toMatchObject([{ isDisabled: false }]);
  expect((await app.audited()).map(({ action }) => action)).toEqual(expect.arrayContaining(["directory.account.disable", "directory.account.enable"]));
});

test("nobody disables their own account, nor one that is not this person's", async () => {
  const personId = await aPerson(app, { fullName: "刘工", account: "liu" });
  const [own] = (await show(community.personId)).accounts;

  const answers = [await post("disable", community.personId, own.id), await post("disable", personId, own.id)];

  expect(answers.map(({ body }) => body.code)).toEqual(["directory.accountYours", "directory.accountUnlinked"]);
});

test("the last administrator's account stays, whoever wants it gone", async () => {
  await aPerson(app, { fullName: "副书记", role: "secretary", account: "second" });
  const [link] = (await show(community.personId)).accounts;

  expect((await post("disable", community.personId, link.id, "second")).body.code).toBe("directory.lastAdministrator");
});

test("an account that stands for somebody of higher office too is not a lower secretary's to disable", async () => {
  const compound = await aPlace(app);
  const head = await aPerson(app, { fullName: "上级", placeId: compound.id, role: "recorder", rolePlaceId: community.placeId, account: "shared" });
  const elder = await aPerson(app, { fullName: "老人", placeId: compound.id, account: "shared" });
  await aPerson(app, { fullName: "小区书记", placeId: compound.id, role: "secretary", rolePlaceId: compound.id, account: "helper" });
  const links = [(await show(head)).accounts[0].id, (await show(elder)).accounts[0].id];

  const answers = [
    await post("disable", head, links[0], "helper"),
    await post("disable", elder, links[1], "helper"),
    await post("enable", elder, links[1], "helper"),
  ];

  expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill("directory.notYours"));
});
