import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aPerson, type SetUp } from "../testing.js";

let app: Running;
let community: SetUp;
let worker: string;
beforeEach(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  app.signInAs("worker");
  worker = await aPerson(app, { fullName: "刘工", role: "grid_worker", account: "worker" });
});
afterEach(() => app.close());

let keys = 0;
const post = (path: string, params: Record<string, string>, body: object = {}, as = "worker") =>
  app.call(`POST ${path}`, { as, params, body, headers: { "idempotency-key": `s${keys++}` } });
const merge = (personId: string, mergedId: string, as = "worker") => post("/people/:personId/merges", { personId }, { mergedId }, as);
const permissionsOf = async (as: string): Promise<readonly string[]> => {
  app.app.forgetActors();
  return (await app.call("GET /api/session", { as })).body.permissions;
};

test("a grid worker gets no role by making one person of their own record and the secretary's, in either order or over a third", async () => {
  const bare = await aPerson(app, { fullName: "空记录" });

  const answers = [
    await merge(community.personId, worker),
    await merge(worker, community.personId),
    await merge(community.personId, bare),
    await merge(bare, worker),
  ];

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([403, "directory.mergeNotYours"]));
  expect(await permissionsOf("worker")).not.toContain("directory.giveRoles");
});

test("nor by a record with a role that begins tomorrow or with an account of its own", async () => {
  const [bare, later, resident] = [
    await aPerson(app, { fullName: "空记录" }),
    await aPerson(app, { fullName: "后任" }),
    await aPerson(app, { fullName: "何志远", account: "he" }),
  ];
  const body = { kind: "secretary", placeId: community.placeId, fromOn: "2026-09-04" };
  await post("/people/:personId/roles", { personId: later }, body, "secretary");

  const answers = [await merge(bare, later), await merge(bare, resident)];

  expect(answers.map(({ body: { code } }) => code)).toEqual(Array(2).fill("directory.mergeNotYours"));
});

test("a grid worker still makes one of two plain records, whose addresses then prove nobody who gets a role", async () => {
  const kept = await aPerson(app, { fullName: "陈国强" });
  const friend = await aPerson(app, { fullName: "陈国墙", channels: [{ kind: "phone", address: "19900006666" }] });

  const { status } = await merge(kept, friend);
  await post("/people/:personId/roles", { personId: kept }, { kind: "secretary", placeId: community.placeId, fromOn: "2026-09-03" }, "secretary");
  const expects = await app.write("directory", ({ services }): Promise<boolean> => services.authority().expects({ kind: "phone", address: "19900006666" }));

  expect([status, expects]).toEqual([200, false]);
});

test("who gives roles merges such records and parts them again, a grid worker neither", async () => {
  const other = await aPerson(app, { fullName: "刘功", role: "recorder" });
  const { status, body } = await merge(worker, other, "secretary");

  const byWorker = await post("/merges/:mergeId/undo", { mergeId: body.id });
  const bySecretary = await post("/merges/:mergeId/undo", { mergeId: body.id }, {}, "secretary");

  expect([status, byWorker.body.code, bySecretary.status]).toEqual([200, "directory.mergeNotYours", 200]);
});
