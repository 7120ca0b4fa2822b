import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aPerson, type SetUp } from "../testing.js";

let app: Running;
let community: SetUp;
beforeEach(async () => {
  app = await startPlugin(server);
  community = await aCommunity(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

let keys = 0;
const merge = (personId: string, mergedId: string) =>
  app.call("POST /people/:personId/merges", { params: { personId }, body: { mergedId }, headers: { "idempotency-key": `m${keys++}` } });
const undo = (mergeId: string) => app.call("POST /merges/:mergeId/undo", { params: { mergeId } });
const show = async (personId: string) => (await app.call("GET /people/:personId", { params: { personId }, headers: { "x-show": "1" } })).body;

async function twoRecords(): Promise<{ kept: string; merged: string }> {
  const kept = await aPerson(app, { fullName: "李秀英", channels: [{ kind: "phone", address: "19900001111" }] });
  const merged = await aPerson(app, { fullName: "李秀瑛", role: "council_member", account: "li", channels: [{ kind: "phone", address: "19900002222" }] });
  return { kept, merged };
}

test("makes one person of two records: names, addresses, roles and accounts come together", async () => {
  const { kept, merged } = await twoRecords();

  await merge(kept, merged);

  const body = await show(kept);
  expect(body.aliases).toEqual([{ kind: "as_written", name: "李秀瑛" }]);
  expect(body.channels.map((c: { address: string }) => c.address).sort()).toEqual(["19900001111", "19900002222"]);
  expect(body.roles).toMatchObject([{ kind: "council_member" }]);
  expect((await app.call("GET /api/session", { as: "li" })).body).toMatchObject({ person: { id: kept, name: "李秀英" }, roles: [{ kind: "council_member" }] });
  expect((await app.call("GET /people", { query: { search: "李秀" } })).body.people).toHaveLength(1);
});

test("a merged id still leads to the person, by route and by name", async () => {
  const { kept, merged } = await twoRecords();

  await merge(kept, merged);

  const names = await app.write("directory", ({ services }): Promise<ReadonlyMap<string, string>> => services.others.namesOf([kept, merged]));
  expect((await show(merged)).id).toBe(kept);
  expect([...names.values()]).toEqual(["李秀英", "李秀英"]);
});

test("undoing gives each record back what was theirs", async () => {
  const { kept, merged } = await twoRecords();
  const before = [await show(kept), await show(merged)];
  const { body } = await merge(kept, merged);

  const undone = await undo(body.id);

  expect(undone.status).toBe(200);
  expect([await show(kept), await show(merged)]).toEqual(before);
  expect((await undo(body.id)).body.code).toBe("directory.mergeUndone");
});

test("records merged before follow, and come back with the undo", async () => {
  const [a, b, c] = [await aPerson(app, { fullName: "甲一" }), await aPerson(app, { fullName: "甲二" }), await aPerson(app, { fullName: "甲三" })];
  await merge(b, c);
  const { body } = await merge(a, b);
  expect((await show(c)).id).toBe(a);

  await undo(body.id);

  expect([(await show(a)).id, (await show(b)).id, (await show(c)).id]).toEqual([a, b, b]);
});

test("refuses to merge a record with itself or twice, and tells listeners of each merge", async () => {
  const { kept, merged } = await twoRecords();

  const self = await merge(kept, kept);
  await merge(kept, merged);
  const again = await merge(community.personId, merged);

  expect([self.body.code, again.body.code]).toEqual(["directory.mergeSame", "directory.mergeDone"]);
  expect(await app.published()).toContainEqual({ event: "directory.peopleMerged", payload: { keptId: kept, mergedId: merged, isUndone: false } });
});
