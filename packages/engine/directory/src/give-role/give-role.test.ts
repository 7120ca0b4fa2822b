import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, anOrganization, aPerson, aPlace, type SetUp } from "../testing.js";

let app: Running;
let community: SetUp;
beforeEach(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

let keys = 0;
const give = (personId: string, role: object, as = "secretary") =>
  app.call("POST /people/:personId/roles", {
    as,
    params: { personId },
    body: { kind: "council_member", placeId: community.placeId, fromOn: "2026-09-01", ...role },
    headers: { "idempotency-key": `r${keys++}` },
  });
const end = (roleId: string, lastOn: string) => app.call("POST /roles/:roleId/end", { params: { roleId }, body: { lastOn } });
const rolesOf = async (personId: string) => (await app.call("GET /people/:personId", { params: { personId } })).body.roles;

test("gives a role with a title, for an organisation, and shows it with its term", async () => {
  const [personId, organizationId] = [await aPerson(app), await anOrganization(app)];

  await give(personId, { title: "物业经理", organizationId, toOn: "2029-08-31" });

  expect(await rolesOf(personId)).toMatchObject([
    {
      kind: "council_member",
      title: "物业经理",
      organizationName: "和平苑物业",
      placeName: "光明路社区",
      fromOn: "2026-09-01",
      toOn: "2029-08-31",
      isCurrent: true,
    },
  ]);
  expect(await app.published()).toContainEqual({ event: "directory.rolesChanged", payload: { personId } });
});

test("an ended role stays in the record, and another term may follow it", async () => {
  const personId = await aPerson(app);
  const { body } = await give(personId, {});

  const statuses = [
    (await end(body.id, "2026-09-10")).status,
    (await give(personId, { fromOn: "2026-09-10" })).status,
    (await give(personId, { fromOn: "2026-09-11" })).status,
  ];

  expect(statuses).toEqual([200, 409, 200]);
  expect((await rolesOf(personId)).map((r: { fromOn: string; toOn: string | null }) => [r.fromOn, r.toOn])).toEqual([
    ["2026-09-11", null],
    ["2026-09-01", "2026-09-10"],
  ]);
});

test.each([
  [{ fromOn: "2026-02-30" }, "directory.dayUnknown", "body.fromOn"],
  [{ toOn: "2026-08-31" }, "directory.datesReversed", "body.toOn"],
  [{ organizationId: "none" }, "directory.organizationUnknown", "body.organizationId"],
])("refuses %j", async (role, code, field) => {
  const answer = await give(await aPerson(app), role);

  expect(answer.body).toMatchObject({ code, field });
});

test("the last administrator stays", async () => {
  const administrator = (await rolesOf(community.personId)).find((r: { kind: string }) => r.kind === "administrator");

  const refused = await end(administrator.id, "2026-09-03");
  await give(await aPerson(app), { kind: "administrator" });
  const allowed = await end(administrator.id, "2026-09-03");

  expect([refused.body.code, allowed.status]).toEqual(["directory.lastAdministrator", 200]);
});

test("a grid leader gives no roles, and a secretary none outside their community", async () => {
  const personId = await aPerson(app);
  await aPerson(app, { fullName: "网格长", role: "grid_leader", account: "leader" });

  expect((await give(personId, {}, "leader")).status).toBe(403);
  expect((await give(personId, { placeId: "nowhere" })).status).toBe(404);
});

test("answers others who holds what, and who answers for a place", async () => {
  const compound = await aPlace(app);
  const building = await aPlace(app, { name: "3栋", kind: "building", parentId: compound.id });
  const [near, far] = [
    await aPerson(app, { fullName: "近", role: "grid_leader", rolePlaceId: compound.id }),
    await aPerson(app, { fullName: "远", role: "grid_leader" }),
  ];

  const ask = <T>(work: (others: any) => Promise<T>) => app.write("directory", ({ services }) => work(services.others));
  const ids = (holders: { personId: string }[]) => holders.map((h) => h.personId).sort();

  expect(ids(await ask((d) => d.peopleWithRole("grid_leader", community.path)))).toEqual([near, far].sort());
  expect(ids(await ask((d) => d.peopleWithRole("grid_leader", community.path, "2026-09-02")))).toEqual([]);
  expect(ids(await ask((d) => d.whoAnswersFor("grid_leader", building.path)))).toEqual([near]);
  expect(ids(await ask((d) => d.whoAnswersFor("secretary", building.path)))).toEqual([community.personId]);
  expect(await ask((d) => d.rolesOf(near))).toMatchObject([{ kind: "grid_leader", placeId: compound.id }]);
});
