import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const reach = (personId: string, address: string, isConfirmed = true) =>
  stage.app.write("directory", ({ services }) => services.channels.add(personId, { kind: "phone", address, isPreferred: true, enteredBy: null, isConfirmed }));
const linkAll = async () => (await stage.call("POST /places/:placeId/links", { params: { placeId: stage.county.placeId } })).body;
const linked = async () => (await rows("elder_pairing_cadre")).map(({ name, personId }) => [name, personId]);

/** 周桂兰 is helped by 刘敏 (phone 19900007001) and 陈芳 (19900007002), in force. */
async function begin(): Promise<void> {
  stage = await setSmallCounty([{ name: "周桂兰" }], []);
  const sheet = "姓名,性别,单位,电话,联系村\n刘敏,女,县财政局,19900007001,柳树坡村\n陈芳,女,县财政局,19900007002,柳树坡村\n";
  await stage.importSheet("cadres", "干部.csv", Buffer.from(sheet));
  await stage.run();
  await stage.agreeAll();
}

test("a resident who has a cadre's name reads no elder: at once only who has the number too is linked, and of the others the desk sees who it may be", async () => {
  await begin();
  const namesake = await aPerson(stage.app, { fullName: "刘敏", account: "resident", role: "resident", distinction: "3栋" });
  const fang = await aPerson(stage.app, { fullName: "陈芳", account: "fang" });
  await aPerson(stage.app, { fullName: "陈芳", account: "other", distinction: "县城" });
  await reach(namesake, "19900008888");
  await reach(fang, "19900007002");
  const elderId = await stage.elderId("周桂兰");

  const came = await linkAll();
  expect(came).toMatchObject({ linked: 1, unsure: [{ name: "刘敏", people: [{ personId: namesake, place: "示例县", distinction: "3栋" }] }], missing: [] });
  expect(await linked()).toEqual([
    ["刘敏", null],
    ["陈芳", fang],
  ]);
  const reads = async (as: string) => (await stage.call("GET /mine/elders/:elderId", { as, params: { elderId } })).status;
  expect([await reads("resident"), await reads("other"), await reads("fang")]).toEqual([404, 404, 200]);
});

test("a number that nobody vouched for links nobody, and whoever stands for a cadre already is offered for no other", async () => {
  await begin();
  const own = await aPerson(stage.app, { fullName: "刘敏", account: "min" });
  await reach(own, "19900007001", false);
  expect(await linkAll()).toMatchObject({ linked: 0, unsure: [{ name: "刘敏" }], missing: ["陈芳"] });

  await stage.bring([], [{ name: "刘敏" }]);
  const [first, second] = (await rows("elder_pairing_cadre")).filter(({ name }) => name === "刘敏");
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: first.id }, body: { personId: own } });
  const offered = await stage.call("GET /cadres/:cadreId/namesakes", { params: { cadreId: second.id } });
  expect(offered.body).toEqual({ people: [] });
  expect(await linkAll()).toMatchObject({ linked: 0, unsure: [], missing: ["刘敏", "陈芳"] });
});

test("a wrong link is taken away: that account reads no elder any more, the pair stays, and the audit says who did it", async () => {
  await begin();
  const wrong = await aPerson(stage.app, { fullName: "刘敏", account: "resident", role: "resident" });
  const [cadreId, elderId] = [await stage.cadreId("刘敏"), await stage.elderId("周桂兰")];
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId }, body: { personId: wrong } });
  const reads = async () => (await stage.call("GET /mine/elders/:elderId", { as: "resident", params: { elderId } })).status;
  const pairs = await rows("elder_pairing_pair");
  expect(await reads()).toBe(200);

  const taken = [];
  for (const _ of [1, 2]) taken.push((await stage.call("DELETE /cadres/:cadreId/person", { params: { cadreId } })).status);
  expect([taken, await reads(), await rows("elder_pairing_pair")]).toEqual([[200, 200], 404, pairs]);

  await stage.call("PUT /elders/:elderId/person", { params: { elderId }, body: { personId: wrong } });
  expect((await stage.call("DELETE /elders/:elderId/person", { params: { elderId } })).status).toBe(200);
  expect((await rows("elder_pairing_elder")).map(({ personId }) => personId)).toEqual([null]);
  const { kit } = stage.app.app.platform.database;
  const audit = await kit.selectFrom("kit_audit").select("action").where("action", "like", "elder-pairing.%unlink").execute();
  expect(audit.map(({ action }) => action)).toEqual(["elder-pairing.cadre.unlink", "elder-pairing.elder.unlink"]);
});
