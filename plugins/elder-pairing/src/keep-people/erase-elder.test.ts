import { readFileSync } from "node:fs";
import { readSheet, writeCsv } from "@lianxin/documents";
import { afterEach, expect, test } from "vitest";
import { planAhead } from "../plan-visits/store-dues.js";
import { databaseFiles } from "../testing/database-files.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());

test("an elder who is erased still counts, and no readable copy of a visit, a need or a search for them is left", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const elderId = await stage.elderId("周桂兰");
  const canaries = ["金丝雀一", "金丝雀二", "金丝雀三"];
  const needs = [{ category: "repair", words: canaries[1]!, action: "on_spot" }];
  const visit = { clientId: "v1", mode: "home", isSeen: true, condition: "attention", wrong: ["fell"], words: canaries[0]!, needs };
  await stage.call("POST /elders/:elderId/visits", { params: { elderId }, body: visit });
  await stage.ask(async ({ db, newId }) => {
    const { placePath } = await db.selectFrom("elder_pairing_elder").select("placePath").where("id", "=", elderId).executeTakeFirstOrThrow();
    const search = {
      id: newId(),
      placePath,
      elderId,
      startedAt: "2026-09-03T01:00:00.000Z",
      startedBy: "x",
      state: "safe",
      outcome: canaries[2]!,
      closedAt: null,
    };
    await db.insertInto("elder_pairing_ladder").values(search).execute();
  });
  const sums = async () => {
    const { body } = await stage.call("GET /sums");
    return [body.needsRaised, body.needsClosed];
  };
  const before = await sums();

  const erased = await stage.call("POST /elders/:elderId/erase", { params: { elderId }, body: { name: "周桂兰" } });

  const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().execute());
  expect([erased.status, await sums(), before]).toEqual([200, [1, 1], [1, 1]]);
  expect((await rows("elder_pairing_pair")).filter((pair) => pair.elderId === elderId && pair.untilOn === null)).toEqual([]);
  expect((await rows("elder_pairing_visit"))[0]).toMatchObject({ elderId });
  const shown = await stage.call("GET /elders/:elderId", { params: { elderId } });
  expect(shown.text).not.toMatch(/周桂兰|金丝雀/);
  const sealed = await stage.ask(async ({ db, disclose }) => {
    const [{ findings, spirits }] = await db.selectFrom("elder_pairing_visit").select(["findings", "spirits"]).execute();
    return disclose([findings, spirits], "visit");
  });
  expect(sealed).toEqual(["", ""]);
  for (const file of await databaseFiles(stage)) for (const canary of canaries) expect(readFileSync(file).includes(canary)).toBe(false);
});

const places = ["posted-list", "ledger", "visit-ledger", "need-ledger", "visit-book"] as const;
/** Every table as it lies there, every paper, sheet and list as it is given out, what was told and sent, and the files. */
async function everyCopy(): Promise<readonly (readonly [string, string | Buffer])[]> {
  const { platform, http } = stage.app.app;
  const tables = await platform.database.disarmed(async () => {
    const found = (await platform.database.root.introspection.getTables()).filter(({ isView }) => !isView);
    return Promise.all(found.map(async ({ name }) => [name, JSON.stringify(await platform.database.root.selectFrom(name).selectAll().execute())] as const));
  });
  const headers = { cookie: "secretary", "x-lianxin": "1" };
  const papers = [];
  for (const path of places) {
    const { statusCode, rawPayload } = await http.inject({ method: "GET", url: `/api/elder-pairing/places/${stage.county.placeId}/${path}`, headers });
    const isSheet = path.endsWith("ledger");
    papers.push([`${path} ${statusCode}`, isSheet ? JSON.stringify(readSheet(rawPayload, "台账.xlsx").sheets) : rawPayload] as const);
  }
  const lists = [];
  for (const path of ["GET /elders", "GET /cadres", "GET /board", "GET /sums", "GET /county", "GET /imports"])
    lists.push([path, (await stage.call(path)).text] as const);
  const told = [["audited", JSON.stringify(await stage.app.audited())] as const, ["published", JSON.stringify(await stage.app.published())] as const];
  await platform.database.foldLog();
  const files = (await databaseFiles(stage)).map((file) => [file.split("/").at(-1)!, readFileSync(file)] as const);
  return [...tables, ...papers, ...lists, ...told, ...files];
}
const holding = (copies: Awaited<ReturnType<typeof everyCopy>>, words: readonly string[]): string[] =>
  copies.filter(([, copy]) => words.some((word) => copy.includes(word))).map(([where]) => where);

test("of an elder who is erased no table, paper, sheet, list, log or file has the name or the phone, also not a cadre's line, an undo copy or a matter; all figures stay", async () => {
  stage = await setSmallCounty([{ name: "吴金花" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  const [name, phone, contact] = ["周桂兰", "19900000081", "19900000082"];
  const head = ["姓名", "性别", "出生年份", "村", "居住情况", "电话", "联系人1", "联系人电话1", "同意方式", "同意公示"];
  const line = (living: string) => [name, "女", "1943", "柳树坡村", living, phone, "周强", contact, "书面", "是"];
  const bring = (living: string) => stage.importSheet("elders", "老人.csv", writeCsv([head, line(living)]));
  await bring("与家人同住");
  await bring("独居");
  const cadres = [
    ["姓名", "性别", "单位", "电话", "联系村", "认识的老人"],
    ["何志远", "男", "县财政局", "19900009981", "柳树坡村", name],
  ];
  await stage.importSheet("cadres", "干部.csv", writeCsv(cadres));
  await stage.run();
  await stage.agreeAll();
  await stage.ask((ctx) => planAhead(ctx));
  const elderId = await stage.elderId(name);
  const needs = [{ category: "repair", words: `${name}家漏雨，打${phone}`, action: "matter", mayTell: true }];
  const visit = { clientId: "v1", mode: "home", isSeen: true, condition: "attention", wrong: ["fell"], words: `${name}摔了`, needs };
  await stage.call("POST /elders/:elderId/visits", { params: { elderId }, body: visit });
  const { id: ladderId } = (await stage.call("POST /elders/:elderId/ladders", { params: { elderId } })).body;
  await stage.call("POST /ladders/:ladderId/close", { params: { ladderId }, body: { state: "safe", outcome: `${name}在菜地` } });
  const figures = async () => {
    const { towns, ...sums } = (await stage.call("GET /sums")).body;
    return { ...sums, due: towns[0].due, visited: towns[0].visited };
  };
  const [before, open] = [await figures(), holding(await everyCopy(), [name])];

  const erased = await stage.call("POST /elders/:elderId/erase", { params: { elderId }, body: { name } });

  const copies = await everyCopy();
  expect([erased.status, copies.filter(([where]) => / \d+$/.test(where) && !where.endsWith(" 200"))]).toEqual([200, []]);
  expect(open).toEqual(
    expect.arrayContaining(["elder_pairing_elder", "matters_matter", "ledger 200", "visit-ledger 200", "need-ledger 200", "visit-book 200", "GET /elders"]),
  );
  expect(holding(copies, [name, phone, contact])).toEqual([]);
  expect([await figures(), before.visited]).toEqual([before, 1]);
  const sealed = await stage.ask(async ({ db, disclose }) => {
    const kin: any[] = await db.selectFrom("elder_pairing_cadre").select("kin").execute();
    const kept: any[] = await db.selectFrom("elder_pairing_import_row").select("before").where("before", "is not", null).execute();
    return disclose([...kin.map((row) => row.kin), ...kept.map((row) => row.before)], "erasing");
  });
  expect(sealed.filter((text: string) => [name, phone, contact].some((word) => text.includes(word)))).toEqual([]);
});

test("another plugin's people cannot be erased from here", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }]);

  await expect(stage.ask((ctx) => ctx.erase(stage.county.personId))).rejects.toThrow("cannot erase people it did not write down");
});
