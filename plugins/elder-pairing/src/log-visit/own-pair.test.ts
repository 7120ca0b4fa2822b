import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const open = async () => (await rows("elder_pairing_pair")).filter(({ untilOn }) => untilOn === null);
const standing = async (role: string) => (await open()).find((pair) => pair.role === role);

/** The first helper of 周桂兰 is asked, with the account "helper"; the backup's leave makes them cover as well. */
async function askedWhoCovers(): Promise<{ readonly as: string; readonly params: { readonly elderId: string } }> {
  stage = await setSmallCounty([{ name: "周桂兰", sex: "男" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const [primary, backup] = [await standing("primary"), await standing("backup")];
  await stage.call("POST /cadres/:cadreId/leave", { params: { cadreId: backup.cadreId }, body: { fromOn: "2026-09-03", toOn: "2026-09-20" } });
  expect((await open()).map(({ role, cadreId }) => [role, cadreId === primary.cadreId]).sort()).toEqual([
    ["backup", false],
    ["cover", true],
    ["primary", true],
  ]);
  const personId = await aPerson(stage.app, { fullName: "帮扶人", account: "helper" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: primary.cadreId }, body: { personId } });
  return { as: "helper", params: { elderId: await stage.elderId("周桂兰") } };
}

test("who is asked as first helper and covers today reads where to go, and their yes is the first helper's", async () => {
  const own = await askedWhoCovers();

  expect((await stage.call("GET /mine/elders/:elderId", own)).body).toMatchObject({ role: "cover", card: { isOpen: true } });
  expect((await stage.call("POST /mine/elders/:elderId/agree", own)).body).toEqual({ isEffective: false });
  expect(await standing("primary")).toMatchObject({ cadreAgreedAt: "2026-09-03T01:00:00.000Z", effectiveOn: null });
  await stage.call("POST /elders/:elderId/agree", { params: own.params, body: { side: "elder" } });
  expect(await standing("primary")).toMatchObject({ effectiveOn: "2026-09-03" });
  expect(await standing("cover")).toBeUndefined();
});

test("who covers and is then asked as first helper says yes or no to what they are asked", async () => {
  stage = await setSmallCounty([{ name: "周桂兰", sex: "男" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "何志远" }], {
    config: { coverMost: 2 },
  });
  await stage.run();
  await stage.agreeAll();
  const [primary, backup] = [await standing("primary"), await standing("backup")];
  for (const { cadreId } of [primary, backup])
    await stage.call("POST /cadres/:cadreId/leave", { params: { cadreId }, body: { fromOn: "2026-09-03", toOn: "2026-09-20" } });
  const { cadreId } = await standing("cover");
  await stage.call("POST /cadres/:cadreId/transfer", { params: { cadreId: primary.cadreId }, body: { day: "2026-09-03", kind: "transferred" } });
  expect([(await standing("primary")).cadreId, (await standing("cover")).cadreId]).toEqual([cadreId, cadreId]);
  const personId = await aPerson(stage.app, { fullName: "帮扶人", account: "helper" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId }, body: { personId } });
  const own = { as: "helper", params: { elderId: await stage.elderId("周桂兰") } };

  expect((await stage.call("GET /mine/elders/:elderId", own)).body).toMatchObject({ role: "cover", card: { isOpen: true } });
  expect((await stage.call("POST /mine/elders/:elderId/agree", own)).body).toEqual({ isEffective: false });
  expect((await standing("primary")).cadreAgreedAt).not.toBeNull();
  expect((await stage.call("POST /mine/elders/:elderId/decline", { ...own, body: { reason: "far" } })).status).toBe(200);
  expect((await standing("primary"))?.cadreId).not.toBe(cadreId);
});

test("the no of who is asked as first helper and covers today is the first helper's too", async () => {
  const own = await askedWhoCovers();
  const before = await standing("primary");

  expect((await stage.call("POST /mine/elders/:elderId/decline", { ...own, body: { reason: "far" } })).status).toBe(200);
  expect((await rows("elder_pairing_pair")).find(({ id }) => id === before.id)).toMatchObject({ untilOn: "2026-09-03", endReason: "unwilling" });
});
