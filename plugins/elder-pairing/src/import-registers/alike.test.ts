import { writeCsv } from "@lianxin/documents";
import { afterEach, expect, test } from "vitest";
import { setSmallStage, type Stage } from "../testing/stage.js";
import { idCodeOf } from "../testing/story-county.js";

let stage: Stage;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const cadreHead = ["姓名", "性别", "单位", "电话", "联系村"];
const cadres = (...lines: string[][]) => writeCsv([cadreHead, ...lines]);
const elderHead = ["姓名", "性别", "出生年份", "身份证号", "村", "居住情况"];
const elders = (...lines: string[][]) => writeCsv([elderHead, ...lines]);
const undo = async (importId: string) => (await stage.call("POST /imports/:importId/undo", { params: { importId } })).body;

/** Brings a sheet in with what was answered for each line. */
async function bring(kind: string, sheet: Uint8Array, answers: Readonly<Record<number, string>>) {
  const { body } = await stage.preview(kind, "表.csv", sheet);
  const opened = await stage.call("POST /places/:placeId/registers/:kind/imports", {
    params: { placeId: stage.county.placeId, kind },
    body: { fileName: "表.csv" },
  });
  const importId: string = opened.body.id;
  const lines = body.ready.map((one: any) => ({ ...one, ...(answers[one.line] && { sameAs: answers[one.line] }) }));
  return { importId, ...(await stage.call("POST /imports/:importId/lines", { params: { importId }, body: { lines } })).body };
}

test("a cadre whose sheet has another number is asked about, is the same one under the new number when that is said, and has the old one after the undo", async () => {
  stage = await setSmallStage(["柳树坡村", "河口村"]);
  const fang = ["陈芳", "女", "县财政局", "19900001112", "柳树坡村"];
  await stage.importSheet("cadres", "干部.csv", cadres(["刘敏", "女", "县财政局", "19900001111", "柳树坡村"], fang));
  const [min] = await rows("elder_pairing_cadre");
  const sheet = cadres(["刘敏", "女", "县财政局", "19900002222", "河口村"], fang, ["刘敏", "女", "县医院", "19900003333", "河口村"]);

  const { body } = await stage.preview("cadres", "干部.csv", sheet);
  expect(body.alike).toEqual([{ line: 2, name: "刘敏", people: [{ id: min.id, village: "柳树坡村", fact: "县财政局" }] }]);
  const came = await bring("cadres", sheet, { 2: min.id });

  expect(came).toMatchObject({ added: 1, changed: 1, same: 1 });
  expect((await rows("elder_pairing_cadre")).map(({ name, state }) => `${name} ${state}`)).toEqual(["刘敏 active", "陈芳 active", "刘敏 active"]);
  expect((await stage.preview("cadres", "干部.csv", sheet)).body.alike).toEqual([]);
  expect(await undo(came.importId)).toMatchObject({ undone: 2, kept: 0 });
  expect((await rows("elder_pairing_cadre")).map(({ id, identityKey }) => [id, identityKey])).toContainEqual([min.id, min.identityKey]);
});

test("an elder whose number was added, or who moved, is asked about; somebody else of that name and year is a new one when that is said", async () => {
  stage = await setSmallStage(["柳树坡村", "河口村"]);
  await stage.importSheet("elders", "老人.csv", elders(["周桂兰", "女", "1945", "", "柳树坡村", "独居"], ["吴金花", "女", "1940", "", "柳树坡村", "独居"]));
  const [zhou, wu] = await rows("elder_pairing_elder");
  const sheet = elders(["周桂兰", "女", "", idCodeOf(1, 1945, true), "柳树坡村", "独居"], ["吴金花", "女", "1940", "", "河口村", "独居"]);

  const { body } = await stage.preview("elders", "老人.csv", sheet);
  expect(body.alike).toEqual([
    { line: 2, name: "周桂兰", people: [{ id: zhou.id, village: "柳树坡村", fact: "1945" }] },
    { line: 3, name: "吴金花", people: [{ id: wu.id, village: "柳树坡村", fact: "1940" }] },
  ]);
  expect(await bring("elders", sheet, { 2: zhou.id })).toMatchObject({ added: 1, changed: 1, same: 0 });

  expect((await rows("elder_pairing_elder")).map(({ name }) => name)).toEqual(["周桂兰", "吴金花", "吴金花"]);
  expect((await stage.preview("elders", "老人.csv", sheet)).body.alike).toEqual([]);
});

test("whom another line of the sheet means is offered for none, and a line is not taken for somebody it cannot mean", async () => {
  stage = await setSmallStage(["柳树坡村", "河口村"]);
  const here = ["周桂兰", "女", "1945", "", "柳树坡村", "独居"];
  await stage.importSheet("elders", "老人.csv", elders(here, ["吴金花", "女", "1940", "", "柳树坡村", "独居"]));
  const [, wu] = await rows("elder_pairing_elder");
  const sheet = elders(here, ["周桂兰", "女", "1945", "", "河口村", "独居"]);

  expect((await stage.preview("elders", "老人.csv", sheet)).body.alike).toEqual([]);
  expect(await bring("elders", sheet, { 3: wu.id })).toMatchObject({ code: "elder-pairing.lineOdd" });
  expect((await rows("elder_pairing_elder")).length).toBe(2);
});
