import { afterEach, expect, test } from "vitest";
import { dropCopies } from "../import-registers/drop-copies.js";
import { storeLines } from "../import-registers/store-lines.js";
import { recordDeeds } from "../import-registers/record-deeds.js";
import { startImport } from "../import-registers/undo-import.js";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";

let stage: TwoTowns;
afterEach(() => stage.app.close());
/** A cadre of 青石镇 who names people of the other township, brought in by a sheet that can be undone. */
const bringCadre = (more: object) =>
  stage.ask(async (ctx) => {
    const importId = await startImport(ctx, { placePath: stage.county.path, kind: "cadres", fileName: "干部.csv" });
    const values = { name: "徐秀英", sex: "女", unit: "县医院", phone: "19900005551", villages: "石桥村", ...more };
    await recordDeeds(ctx, importId, await storeLines(ctx, "cadres", stage.county.path, [{ line: 2, values }]));
  });
/** Every sealed text of cadres and of the copies kept to undo imports, opened. */
const readable = (): Promise<string> =>
  stage.ask(async ({ db, disclose }) => {
    const cadres = await db.selectFrom("elder_pairing_cadre").select("kin").execute();
    const copies = await db.selectFrom("elder_pairing_import_row").select("before").where("before", "is not", null).execute();
    return (await disclose([...cadres.map(({ kin }: any) => kin), ...copies.map(({ before }: any) => before)], "erasing")).join();
  });
const settle = () => stage.call("POST /places/:placeId/registers/ties", { params: { placeId: stage.county.placeId } });
const erase = async (name: string) => stage.call("POST /elders/:elderId/erase", { params: { elderId: await stage.elderId(name) }, body: { name } });

test("an erased elder is named by no cadre's line of any township, and by no copy kept to undo an import", async () => {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await bringCadre({ parents: "周桂兰", knows: "吴金花" });
  await bringCadre({ parents: "周桂兰", knows: "吴金花", title: "科员" });
  await settle();
  const before = await readable();

  const erased = await erase("周桂兰");

  const after = await readable();
  expect([erased.status, before.match(/周桂兰/g)?.length, after.match(/周桂兰/g), after.match(/吴金花/g)?.length]).toEqual([200, 2, null, 2]);
});

test("the name of a living namesake whom a cadre calls a parent stays theirs", async () => {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await bringCadre({ parents: "周桂兰" });
  await settle();
  await stage.bringElder(2, "周桂兰", "石桥村");
  await settle();
  const ids: any[] = await stage.ask(({ db }) => db.selectFrom("elder_pairing_elder").select("id").orderBy("id").execute());

  await stage.call("POST /elders/:elderId/erase", { params: { elderId: ids[0].id }, body: { name: "周桂兰" } });
  const one = await readable();
  await stage.call("POST /elders/:elderId/erase", { params: { elderId: ids[1].id }, body: { name: "周桂兰" } });

  expect([one.includes("周桂兰"), (await readable()).includes("周桂兰")]).toEqual([true, false]);
});

test("copies kept to undo an import are gone once it can be undone no more", async () => {
  stage = await setTwoTowns();
  await bringCadre({});
  await bringCadre({ title: "科员" });
  const kept = async () => {
    await stage.ask((ctx) => dropCopies(ctx));
    return stage.ask(async ({ db }) => (await db.selectFrom("elder_pairing_import_row").select("id").where("before", "is not", null).execute()).length);
  };
  const early = await kept();
  stage.app.ports.setTime("2026-09-04T09:01");

  expect([early, await kept()]).toEqual([1, 0]);
});
