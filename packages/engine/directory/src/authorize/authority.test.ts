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

const session = async (as: string, headers = {}) => {
  app.app.forgetActors();
  return (await app.call("GET /api/session", { as, headers })).body;
};

test("the first person is administrator and secretary of the community", async () => {
  const { person, roles, permissions } = await session("secretary");

  expect(person).toEqual({ id: community.personId, name: "王秀珍" });
  expect(roles.map((r: { title: string; place: string }) => `${r.title} ${r.place}`).sort()).toEqual(["社区书记 光明路社区", "管理员 光明路社区"]);
  expect(permissions).toContain("directory.giveRoles");
});

test("a community is set up once", async () => {
  await expect(aCommunity(app, { community: "另一个" })).rejects.toMatchObject({ code: "directory.setUpDone" });
});

test("an account without a person may nothing", async () => {
  expect(await session("stranger")).toMatchObject({ person: null, permissions: [] });
});

test("a role works from its first day to its last", async () => {
  const personId = await aPerson(app, { fullName: "刘工", account: "liu" });
  await app.call("POST /people/:personId/roles", {
    params: { personId },
    body: { kind: "grid_worker", placeId: community.placeId, fromOn: "2026-09-05", toOn: "2026-09-06" },
    headers: { "idempotency-key": "r" },
  });

  const seen: boolean[] = [];
  for (const day of ["04", "05", "06", "07"]) {
    app.ports.setTime(`2026-09-${day}T12:00`);
    seen.push((await session("liu")).permissions.includes("directory.see"));
  }

  expect(seen).toEqual([false, true, true, false]);
});

test("a role held at an overlay reaches the places it covers", async () => {
  const [compound, overlay] = [await aPlace(app), await aPlace(app, { name: "工会一网格", kind: "grid", scheme: "labour_union" })];
  const resident = await aPerson(app, { fullName: "吴琴", placeId: compound.id });
  await aPerson(app, { fullName: "工会网格员", role: "grid_worker", rolePlaceId: overlay.id, account: "union" });

  const before = await app.call("GET /people/:personId", { as: "union", params: { personId: resident } });
  await app.call("POST /places/:placeId/covers", { params: { placeId: overlay.id }, body: { coveredId: compound.id }, headers: { "idempotency-key": "c" } });
  const after = await app.call("GET /people/:personId", { as: "union", params: { personId: resident } });

  expect([before.status, after.status]).toEqual([404, 200]);
});

test("who acts by proxy has what any resident has, not the roles of the other", async () => {
  const deputy = await aPerson(app, { fullName: "何小妹", account: "child" });
  await app.call("POST /people/:personId/proxies", {
    params: { personId: community.personId },
    body: { deputyId: deputy, reason: "deputy", fromOn: "2026-09-01" },
    headers: { "idempotency-key": "p" },
  });

  const acting = await session("child", { "x-act-for": community.personId });
  const stranger = await session("stranger", { "x-act-for": community.personId });

  expect(acting.person.id).toBe(community.personId);
  expect(acting.permissions).toContain("matters.raise");
  expect(acting.permissions).not.toContain("directory.see");
  expect(stranger.person).toBeNull();
});

test("links an account that proved a phone to the one person who has it, and to nobody when two share it", async () => {
  const mine = await aPerson(app, { fullName: "何志远", channels: [{ kind: "phone", address: "19900001111" }] });
  for (const fullName of ["老伴甲", "老伴乙"]) await aPerson(app, { fullName, channels: [{ kind: "phone", address: "19900002222" }] });

  const recognise = (account: string, address: string) =>
    app.write("directory", ({ services }) => services.authority().recognise(account, { kind: "phone", address }));

  const expects = (address: string) => app.write("directory", ({ services }) => services.authority().expects({ kind: "phone", address }));

  expect(await Promise.all(["19900001111", "19900002222", "19900003333"].map(expects))).toEqual([true, false, false]);
  expect(await recognise("a", "+86 19900001111")).toBe(mine);
  expect(await recognise("b", "19900002222")).toBeNull();
  expect(await recognise("c", "19900003333")).toBeNull();
  expect((await session("a")).person.id).toBe(mine);
});

test("unlinking ends what the account could do at once", async () => {
  const personId = await aPerson(app, { fullName: "网格员", role: "grid_worker", account: "worker" });
  expect((await session("worker")).permissions).toContain("directory.see");

  await app.call("POST /people/:personId/unlink", { params: { personId } });

  expect(await session("worker")).toMatchObject({ person: null, permissions: [] });
});
