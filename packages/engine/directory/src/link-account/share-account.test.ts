import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aPerson, aPlace, type SetUp } from "../testing.js";

let app: Running;
let community: SetUp;
beforeEach(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

let keys = 0;
const share = (personId: string, holderId: string, as = "secretary") =>
  app.call("POST /people/:personId/accounts", { as, params: { personId }, body: { holderId }, headers: { "idempotency-key": `a${keys++}` } });
const session = async (as: string, headers = {}) => {
  app.app.forgetActors();
  return (await app.call("GET /api/session", { as, headers })).body;
};
const show = async (personId: string) => (await app.call("GET /people/:personId", { params: { personId } })).body;

test("one account acts for an elder too, and says for whom it may", async () => {
  const child = await aPerson(app, { fullName: "何小妹", account: "child" });
  const elder = await aPerson(app, { fullName: "何大爷", role: "council_member" });

  const answer = await share(elder, child);

  expect(answer.body).toEqual({ accounts: 1 });
  expect((await session("child")).actsFor.map((one: { name: string }) => one.name)).toEqual(["何小妹", "何大爷"]);
  expect(await session("child", { "x-act-for": elder })).toMatchObject({ person: { id: elder }, roles: [{ kind: "council_member" }] });
  expect((await show(elder)).accounts).toMatchObject([{ provedBy: "staff", people: 2 }]);
});

test("a proxy is listed among those one acts for while it lasts", async () => {
  const child = await aPerson(app, { fullName: "何小妹", account: "child" });
  const elder = await aPerson(app, { fullName: "何大爷" });
  const body = { deputyId: child, reason: "helper", fromOn: "2026-09-01", toOn: "2026-09-03" };
  await app.call("POST /people/:personId/proxies", { params: { personId: elder }, body, headers: { "idempotency-key": "p" } });

  const names = async () => (await session("child")).actsFor.map((one: { name: string }) => one.name);
  const before = await names();
  app.ports.setTime("2026-09-04T09:00");

  expect([before, await names()]).toEqual([["何小妹", "何大爷"], ["何小妹"]]);
  expect((await show(child)).actsFor).toMatchObject([{ principalName: "何大爷", reason: "helper", toOn: "2026-09-03" }]);
});

test("a link ends at once, and ends once", async () => {
  const child = await aPerson(app, { fullName: "何小妹", account: "child" });
  const elder = await aPerson(app, { fullName: "何大爷" });
  await share(elder, child);
  const [link] = (await show(elder)).accounts;
  const end = () =>
    app.call("POST /people/:personId/accounts/:linkId/end", {
      params: { personId: elder, linkId: link.id },
      headers: { "idempotency-key": `e${keys++}` },
    });

  const statuses = [await end(), await end()].map((answer) => answer.body.code ?? answer.status);

  expect(statuses).toEqual([200, "directory.accountUnlinked"]);
  expect((await session("child", { "x-act-for": elder })).person.name).toBe("何小妹");
});

test("refuses a person without an account, oneself, and a link of somebody else's page", async () => {
  const child = await aPerson(app, { fullName: "何小妹", account: "child" });
  const [elder, other] = [await aPerson(app, { fullName: "何大爷" }), await aPerson(app, { fullName: "周兰" })];
  const [link] = (await show(child)).accounts;

  const codes = [
    await share(elder, other),
    await share(elder, elder),
    await share(elder, "nobody"),
    await app.call("POST /people/:personId/accounts/:linkId/end", { params: { personId: elder, linkId: link.id }, headers: { "idempotency-key": "f" } }),
  ].map((answer) => answer.body.code);

  expect(codes).toEqual(["directory.accountNone", "directory.accountSelf", "directory.personUnknown", "directory.accountUnlinked"]);
});

test("nobody hands out an account at a place where they may not give roles", async () => {
  const compound = await aPlace(app);
  const helper = await aPerson(app, { fullName: "小区书记", role: "secretary", rolePlaceId: compound.id, account: "helper", placeId: compound.id });
  const resident = await aPerson(app, { fullName: "周兰", placeId: compound.id });

  const answers = [await share(resident, community.personId, "helper"), await share(community.personId, helper, "helper")];

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [422, "directory.personUnknown"],
    [404, "kit.notFound"],
  ]);
});
