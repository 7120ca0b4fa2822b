import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { findOverlaps } from "../check-house/checkups.js";
import { findUncovered } from "../cover-elders/find-uncovered.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const history = async () => (await stage.call("GET /elders/:elderId/history", { params: { elderId: await stage.elderId("周桂兰") } })).body;
const now = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await history()).pairs.filter(({ untilOn }: any) => untilOn === null).map(({ role, cadre }: any) => [role, cadre]));
const begin = async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }, { name: "何秀珍" }]);
  await stage.run();
};
const isSound = async () => {
  expect(await findOverlaps(stage.app.db as never)).toEqual([]);
  expect(await stage.ask(({ db }) => findUncovered(db, "2026-09-03"))).toEqual([]);
};
/** An account for a cadre. */
async function signIn(cadre: string): Promise<string> {
  const personId = await aPerson(stage.app, { fullName: cadre, account: cadre });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: await stage.cadreId(cadre) }, body: { personId } });
  return cadre;
}

test("a helper who was asked says no with the reason: somebody else is asked, the two stay apart, and the desk reads why", async () => {
  await begin();
  const { primary } = await now();
  const as = await signIn(primary!);
  const params = { elderId: await stage.elderId("周桂兰") };

  const said = await stage.call("POST /mine/elders/:elderId/decline", { as, params, body: { reason: "busy" } });

  expect(said.status).toBe(200);
  expect((await now()).primary).not.toBe(primary);
  const { pairs, apart } = await history();
  expect(pairs.find(({ cadre, role }: any) => cadre === primary && role === "primary")).toMatchObject({ endReason: "unwilling", untilOn: "2026-09-03" });
  expect(apart).toEqual([{ cadreId: await stage.cadreId(primary!), cadre: primary, kind: "unwilling", reason: "busy", sinceOn: "2026-09-03" }]);
  await stage.run();
  expect(Object.values(await now())).not.toContain(primary);
  await isSound();
});

test("a pair that is in force, or a backup, is left by the desk alone", async () => {
  await begin();
  const { primary, backup } = await now();
  await stage.agreeAll();
  const params = { elderId: await stage.elderId("周桂兰") };

  const codes = [];
  for (const name of [primary!, backup!])
    codes.push((await stage.call("POST /mine/elders/:elderId/decline", { as: await signIn(name), params, body: { reason: "far" } })).body.code);

  expect(codes).toEqual(["elder-pairing.declineLate", "elder-pairing.declineLate"]);
  expect(await now()).toEqual({ primary, backup });
});

test("after a complaint a backup is not sent again, with why, until the desk says that they may be paired", async () => {
  await begin();
  await stage.agreeAll();
  const { primary, backup } = await now();
  const params = { elderId: await stage.elderId("周桂兰") };
  const cadreId = await stage.cadreId(backup!);
  await stage.call("POST /elders/:elderId/decline", { params, body: { by: "complaint", cadreId, reason: "absent" } });
  const after = await now();
  const choose = async () => (await stage.call("POST /elders/:elderId/pairs", { params, body: { cadreId, role: "backup" } })).body.code ?? "done";
  const refused = await choose();
  const again = (await stage.call("POST /elders/:elderId/decline", { params, body: { by: "complaint", cadreId } })).body.code;

  await stage.call("POST /elders/:elderId/apart/end", { params, body: { cadreId } });
  const ended = (await stage.call("POST /elders/:elderId/apart/end", { params, body: { cadreId } })).body.code;

  expect(after.primary).toBe(primary);
  expect(after.backup).not.toBe(backup);
  expect([refused, again, ended]).toEqual(["elder-pairing.pairForbidden", "elder-pairing.pairUnknown", "elder-pairing.apartNone"]);
  expect([await choose(), (await history()).apart]).toEqual(["done", []]);
  await isSound();
});
