import { afterEach, expect, test } from "vitest";
import { aPerson } from "@lianxin/directory/testing";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { findBroken } from "./find-broken.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const broken = () => stage.ask(({ db }) => findBroken(db));
const open = async (): Promise<Record<string, string>> => {
  const pairs: any[] = await stage.ask(({ db }) =>
    db
      .selectFrom("elder_pairing_pair")
      .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
      .select(["role", "cadre.name"])
      .where("elder_pairing_pair.untilOn", "is", null)
      .execute(),
  );
  return Object.fromEntries(pairs.map(({ role, name }) => [role, name]));
};

test("whoever is chosen by hand as first helper is no longer the backup too, and a woman who lives alone keeps a woman among the two", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈国强", sex: "男" }, { name: "林建国", sex: "男" }]);
  await stage.run();
  const before = await open();
  const elderId = await stage.elderId("周桂兰");
  const choose = async (name: string) => stage.call("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId: await stage.cadreId(name) } });

  await choose(before.backup!);
  const second = await open();
  await choose(second.primary === "陈国强" ? "林建国" : "陈国强");
  const third = await open();

  for (const pairs of [before, second, third]) {
    expect(pairs.primary).not.toBe(pairs.backup);
    expect([pairs.primary, pairs.backup]).toContain("刘敏");
  }
  expect(await broken()).toEqual([]);
});

test("a helper who turns out to be the elder's own child is replaced that very turn, also one who was chosen by hand", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  await stage.run();
  const elderId = await stage.elderId("周桂兰");
  const { primary } = await open();
  const other = ["刘敏", "陈芳", "李霞"].find((name) => name !== primary)!;
  await stage.call("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId: await stage.cadreId(other) } });
  const cadreId = await stage.cadreId(other);
  await stage.ask(({ db }) =>
    db
      .updateTable("elder_pairing_cadre")
      .set({ kin: JSON.stringify({ parents: ["周桂兰"], knows: [] }) })
      .where("id", "=", cadreId)
      .execute(),
  );

  const settled = await stage.call("POST /places/:placeId/registers/ties", { params: { placeId: stage.county.placeId } });

  expect(settled.body.added).toBe(1);
  expect(Object.values(await open())).not.toContain(other);
  expect(await broken()).toEqual([]);
});

test("until both sides have agreed a first helper sees who it is and nothing that is sealed", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const [elderId, { primary }] = [await stage.elderId("周桂兰"), await open()];
  const personId = await aPerson(stage.app, { fullName: primary!, account: "helper" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: await stage.cadreId(primary!) }, body: { personId } });
  const card = async () => (await stage.call("GET /mine/elders/:elderId", { as: "helper", params: { elderId } })).body.card;
  const pending = await card();

  await stage.agreeAll();

  expect([pending.isOpen, pending.care, (await card()).care.living]).toEqual([false, null, "alone"]);
});
