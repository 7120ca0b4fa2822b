import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const placed = () => ({ params: { placeId: stage.county.placeId } });
const planned = async () => (await stage.call("POST /places/:placeId/pairing/pairs", placed())).body;
const publish = async (stamp: string) => (await stage.call("POST /places/:placeId/pairing", { ...placed(), body: { stamp } })).body.code ?? "done";
const open = async () =>
  (await stage.ask<any[]>(({ db }) => db.selectFrom("elder_pairing_pair").select(["elderId", "cadreId", "role"]).where("untilOn", "is", null).execute()))
    .map(({ elderId, cadreId, role }) => `${elderId} ${role} ${cadreId}`)
    .sort();

test("every pair is shown with why before it is put in force, and what is put in force is what was shown or nothing", async () => {
  stage = await setSmallCounty(
    [{ name: "周桂兰" }, { name: "吴金花", village: "河口村" }],
    [{ name: "刘敏" }, { name: "陈芳", village: "河口村" }, { name: "李霞" }],
  );
  const shown = await planned();
  await stage.bring([{ name: "何秀珍" }], []);
  const stale = await publish(shown.stamp);
  const again = await planned();
  const done = await publish(again.stamp);

  expect(shown.pairs.map(({ elder, village, needsWoman }: any) => [elder, village, needsWoman]).sort()).toEqual([
    ["吴金花", "河口村", true],
    ["周桂兰", "柳树坡村", true],
  ]);
  expect(shown.pairs.find(({ elder }: any) => elder === "吴金花").primary).toMatchObject({
    name: "陈芳",
    unit: "县财政局",
    was: null,
    because: { sameVillage: true },
  });
  expect([stale, done]).toEqual(["elder-pairing.pairingStale", "done"]);
  const pairsOf = ({ elderId, primary, backup }: any) => [`${elderId} primary ${primary.cadreId}`, `${elderId} backup ${backup.cadreId}`];
  expect(await open()).toEqual(again.pairs.flatMap(pairsOf).sort());
});

test("another cadre is priced in the matching that is shown; chosen by hand, the next look keeps them and says whom the others follow", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞", village: "河口村" }]);
  const elderId = await stage.elderId("周桂兰");
  const ask = async (role: string, id = elderId) =>
    (await stage.call("POST /places/:placeId/pairing/alternatives", { ...placed(), body: { elderId: id, role } })).body;
  const mine = async () => (await planned()).pairs.find((one: any) => one.elderId === elderId);
  const first = await mine();

  const { alternatives } = await ask("primary");
  const far = alternatives.find(({ name }: any) => name === "李霞");
  await stage.call("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId: far.cadreId } });
  const second = await mine();

  expect(first.primary.name).not.toBe("李霞");
  expect(alternatives.map(({ name }: any) => name)).not.toContain(first.primary.name);
  expect(far).toMatchObject({ because: { sameVillage: false }, others: [] });
  expect(far.costMore).toBeGreaterThanOrEqual(5_000);
  expect(second.primary).toMatchObject({ name: "李霞", was: null, because: { isPinned: true } });
  expect((await ask("backup")).alternatives.map(({ name }: any) => name)).not.toContain("李霞");
  expect((await ask("primary", "nobody")).code).toBe("elder-pairing.elderUnknown");
});

test("a shortage names the elders who compete and the only cadres they may have, with their villages", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }, { name: "何秀珍", village: "河口村" }], [{ name: "刘敏" }]);

  const { summary, names } = (await stage.call("POST /places/:placeId/pairing/preview", placed())).body;

  const [short] = summary.primary.shortages;
  expect(short).toMatchObject({ need: 3, offer: 2, unserved: [expect.any(String)] });
  const said = (ids: readonly string[]) => ids.map((id) => names[id]).sort();
  expect([said(short.elderIds), said(short.cadreIds)]).toEqual([["何秀珍（河口村）", "吴金花（柳树坡村）", "周桂兰（柳树坡村）"], ["刘敏（柳树坡村）"]]);
  expect(summary.backup.shortages.every(({ cadreIds }: any) => cadreIds.every((id: string) => names[id] === "刘敏（柳树坡村）"))).toBe(true);
});
