import { aPerson } from "@lianxin/directory/testing";
import { readSheet } from "@lianxin/documents";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
/** The sheet a route answers with, its lines without the frame around them. */
async function sheet(path: string, cookie = "secretary"): Promise<string[][]> {
  const url = `/api/elder-pairing/places/${stage.county.placeId}/${path}`;
  const { statusCode, rawPayload } = await stage.app.app.http.inject({ method: "GET", url, headers: { cookie, "x-lianxin": "1" } });
  if (statusCode !== 200) return [[String(statusCode)]];
  const [first] = readSheet(rawPayload, "台账.xlsx").sheets;
  return (
    JSON.parse(JSON.stringify(first)).rows?.map((row: any) => (row.cells ?? row).map((cell: any) => String(cell?.text ?? cell ?? ""))) ?? [
      [JSON.stringify(first)],
    ]
  );
}
const visit = async (clientId: string, name: string, more: object = {}) =>
  stage.call("POST /elders/:elderId/visits", {
    params: { elderId: await stage.elderId(name) },
    body: { clientId, mode: "home", isSeen: true, condition: "attention", wrong: ["medicine"], words: "金丝雀", needs: [], ...more },
  });

test("visits of a month and needs of a year are ledgers: who went to whom, what became of what; nothing that is sealed, and no other month or year", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花", village: "河口村" }], [{ name: "刘敏" }, { name: "陈芳" }], { at: "2026-12-30T09:00" });
  await stage.run();
  await visit("v1", "周桂兰", { needs: [{ category: "repair", words: "金丝雀", action: "on_spot" }] });
  await visit("v2", "吴金花", { mode: "phone", isSeen: false });
  await visit("v3", "周桂兰", { at: "2026-11-05T04:00:00.000Z" });
  stage.app.ports.setTime("2027-01-04T09:00");
  await visit("v4", "周桂兰", { needs: [{ category: "medical", action: "matter" }] });

  const [december, november, needs, wrong] = await Promise.all(
    ["visit-ledger?month=2026-12", "visit-ledger?month=2026-11", "need-ledger?year=2026", "visit-ledger?month=2026-13"].map((path) => sheet(path)),
  );

  const text = (rows: string[][] | undefined) => JSON.stringify(rows);
  expect([text(december).match(/周桂兰/g)?.length, text(december).match(/吴金花/g)?.length, text(november).match(/周桂兰/g)?.length]).toEqual([1, 1, 1]);
  expect(text(december)).toContain("没见到");
  expect([text(needs).includes("维修"), text(needs).includes("看病")]).toEqual([true, false]);
  for (const one of [december, november, needs]) expect(text(one)).not.toMatch(/金丝雀|要留意|用药/);
  expect(wrong).toEqual([["422"]]);
});

test("the needs ledger has kinds and matters for whoever may open records, the reading logged, and for whoever keeps the register neither", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await visit("v1", "周桂兰", { needs: [{ category: "medical", words: "金丝雀", action: "matter" }] });
  await aPerson(stage.app, { fullName: "管名册的", account: "registrar", role: "administrator" });
  const [{ matterNumber }]: any[] = await stage.ask(({ db }) => db.selectFrom("elder_pairing_need").select("matterNumber").execute());

  const texts = [];
  for (const as of ["secretary", "registrar"]) texts.push(JSON.stringify(await sheet("need-ledger?year=2026", as)));

  expect(texts.map((one) => ["周桂兰", "看病", matterNumber, "金丝雀"].map((word) => one.includes(word)))).toEqual([
    [true, true, true, false],
    [true, false, false, false],
  ]);
  const log = await stage.app.app.platform.database.kit.selectFrom("kit_access_log").select(["account", "purpose"]).execute();
  expect(log.filter(({ purpose }) => String(purpose).includes("hand")).map(({ account }) => account)).toEqual(["secretary"]);
});

test("a village's papers and their files have its township before it, and say months and days in Chinese", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }], { at: "2026-11-05T09:00" });
  const village: any = await stage.ask(({ db }) => db.selectFrom("directory_v1_place").select(["id"]).where("name", "=", "河口村").executeTakeFirstOrThrow());
  const download = async (placeId: string, path: string) => {
    const url = `/api/elder-pairing/places/${placeId}/${path}`;
    const { headers, body } = await stage.app.app.http.inject({ method: "GET", url, headers: { cookie: "secretary", "x-lianxin": "1" } });
    return { file: decodeURIComponent(String(headers["content-disposition"]).split("UTF-8''")[1]!), body };
  };
  const county = stage.county.placeId;
  const papers = ["posted-list", "visit-book", "ledger", "visit-ledger?month=2026-09", "need-ledger?year=2026"];

  const files = [];
  for (const path of papers) files.push((await download(village.id, path)).file);
  const { name }: any = await stage.ask(({ db }) => db.selectFrom("directory_v1_place").select("name").where("id", "=", county).executeTakeFirstOrThrow());
  const posted = (await download(village.id, "posted-list")).body;

  expect(files).toEqual([
    ...["柳河镇河口村结对公示.html", "柳河镇河口村探访记录本.html", "柳河镇河口村结对台账.xlsx"],
    ...["柳河镇河口村探访台账2026年9月.xlsx", "柳河镇河口村需求台账2026年.xlsx"],
  ]);
  expect((await download(county, "posted-list")).file).toBe(`${name}结对公示.html`);
  expect(posted).toContain("柳河镇河口村结对公示");
  expect(posted).toContain("日期：2026年11月5日");
  expect(JSON.stringify(await sheet("visit-ledger?month=2026-09"))).toContain("探访台账（2026年9月）");
});
