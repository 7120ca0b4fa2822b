import { readFileSync } from "node:fs";
import { writeCsv, writeLedger } from "@lianxin/documents";
import { afterEach, expect, test } from "vitest";
import { databaseFiles } from "../testing/database-files.js";
import { idCodeOf } from "../testing/story-county.js";
import { aGridLeader, setSmallStage, type Stage } from "../testing/stage.js";

let stage: Stage;
afterEach(() => stage.app.close());
const head = ["姓名", "性别", "出生年份", "村", "居住情况", "风险标记", "探访意愿", "联系人1", "联系人电话1", "状态"];
const elder = (name: string, more: Partial<Record<string, string>> = {}): string[] =>
  head.map((field) => ({ 姓名: name, 性别: "女", 出生年份: "1943", 村: "柳树坡村", 居住情况: "独居", ...more })[field] ?? "");
const texts = (remarks: readonly { text: string }[]): string[] => remarks.map(({ text }) => text);

test("what is wrong in a cell is said by its address, an illness in place of a risk flag is refused, and its line stays out", async () => {
  stage = await setSmallStage(["柳树坡村"]);
  const rows = [
    elder("周桂兰"),
    elder("吴金花", { 风险标记: "易跌倒、高血压" }),
    elder("郑玉梅", { 村: "没有村" }),
    elder("王桂英", { 出生年份: "" }),
    elder("李秀英", { 联系人1: "李强", 联系人电话1: "1990000" }),
  ];

  const { body } = await stage.preview("elders", "老人.csv", writeCsv([head, ...rows]));

  expect(texts(body.problems)).toEqual([
    "第 3 行 F 列：应填易跌倒、按时服药、行动不便、视力差、听力差、失智、重残、计生特殊家庭、怕高温、怕低温之一，现在是“高血压”",
    "第 4 行 D 列：没有“没有村”这个村，请改正或先在地点里加上",
    "第 5 行 C 列：缺少身份证号或出生年份，请补上一个",
    "第 6 行 I 列：手机号应为 11 位，现在 7 位",
  ]);
  expect(body.ready.map(({ line }: { line: number }) => line)).toEqual([2]);
  expect(body.unknownPlaces).toEqual(["没有村"]);
  expect(body.problems.filter(({ isPlace }: any) => isPlace).map(({ now }: any) => now)).toEqual(["没有村"]);
});

test("a sheet that has numbers and no years says a missing one where the numbers stand, and is mended there", async () => {
  stage = await setSmallStage(["柳树坡村"]);
  const sheet = writeCsv([
    ["序号", "姓名", "性别", "身份证号", "村", "居住情况"],
    ["24", "周桂兰", "女", "", "柳树坡村", "独居"],
  ]);

  const { problems } = (await stage.preview("elders", "老人.csv", sheet)).body;
  const mended = (await stage.preview("elders", "老人.csv", sheet, "secretary", { D2: idCodeOf(1, 1943, true) })).body;

  expect(problems.map(({ address, now, text }: any) => [address, now, text])).toEqual([["D2", "", "第 2 行 D 列：缺少身份证号或出生年份，请补上一个"]]);
  expect([mended.problems, mended.ready.length]).toEqual([[], 1]);
});

test("a sheet that has neither numbers nor years says so once, of its headings, and overwrites no running number", async () => {
  stage = await setSmallStage(["柳树坡村"]);
  const lines = ["周桂兰", "吴金花"].map((name, i) => [String(i + 1), name, "女", "柳树坡村", "独居"]);
  const sheet = writeCsv([["示例县老人名册"], ["序号", "姓名", "性别", "村", "居住情况"], ...lines]);

  const { problems, ready } = (await stage.preview("elders", "老人.csv", sheet)).body;

  expect(problems).toEqual([
    {
      ...{ address: "", line: 2, now: "", isHeading: true },
      text: "第 2 行的表头里没有“身份证号”，也没有“出生年份”：请在表里加上其中一列，填好再选一次（有 2 行因此先不登记）",
    },
  ]);
  expect(ready).toEqual([]);
});

test("an .xlsx sheet reads as well, and a line that changed is changed in place", async () => {
  stage = await setSmallStage(["柳树坡村"]);
  const sheet = (wish: string) =>
    writeLedger({
      ...{ title: "老人名册", filledBy: "叶青", date: "2026-09-03", stamp: "2026-09-03T01:00:00.000Z" },
      columns: head.map((header) => ({ header, kind: "text" as const })),
      rows: [elder("周桂兰", { 探访意愿: wish })],
    });

  const first = await stage.importSheet("elders", "老人.xlsx", await sheet("上门"));
  const second = await stage.importSheet("elders", "老人.xlsx", await sheet("电话"));

  expect([first.added, second.changed]).toEqual([1, 1]);
  expect((await stage.call("GET /elders")).body.elders.map(({ name, wish }: any) => [name, wish])).toEqual([["周桂兰", "phone"]]);
});

test("a grid leader reads the elders of the own grid and each reading is logged; others read none, and nobody else may bring sheets in", async () => {
  stage = await setSmallStage(["柳树坡村", "河口村"]);
  const file = writeCsv([head, elder("周桂兰", { 联系人1: "周强", 联系人电话1: "19900000077" }), elder("吴金花", { 村: "河口村" })]);
  await stage.importSheet("elders", "老人.csv", file);
  await aGridLeader(stage, "柳树坡村", "leader");
  const all = (await stage.call("GET /elders")).body.elders;
  const idOf = (name: string) => all.find((one: any) => one.name === name).id;

  const own = await stage.call("GET /elders", { as: "leader" });
  const read = await stage.call("GET /elders/:elderId", { as: "leader", params: { elderId: idOf("周桂兰") } });
  const other = await stage.call("GET /elders/:elderId", { as: "leader", params: { elderId: idOf("吴金花") } });

  expect(own.body.elders.map(({ name }: any) => name)).toEqual(["周桂兰"]);
  expect(read.body.card).toMatchObject({ care: { living: "alone" }, contacts: [{ name: "周强", phone: "19900000077" }] });
  expect(other.status).toBe(404);
  expect((await stage.preview("elders", "老人.csv", file, "leader")).status).toBe(403);
  const log = await stage.app.app.platform.database.kit.selectFrom("kit_access_log").selectAll().execute();
  expect(log.filter(({ account }) => account === "leader").map(({ purpose, dataClass }: any) => [purpose, dataClass])).toEqual([
    ["elder-pairing.visit", "contact"],
    ["elder-pairing.visit", "sensitive"],
  ]);
});

test("an own parent is found by the name in the cadre's line and by the phone number of the elder's contact", async () => {
  stage = await setSmallStage(["柳树坡村"]);
  const cadre = (name: string, phone: string, parents: string, knows = "") => [name, "男", "县财政局", phone, "柳树坡村", parents, knows];
  await stage.importSheet(
    "cadres",
    "干部.csv",
    writeCsv([
      ["姓名", "性别", "单位", "电话", "联系村", "父母姓名", "认识的老人"],
      cadre("周强", "19900000001", "周桂兰"),
      cadre("吴勇", "19900000002", "", "周桂兰"),
    ]),
  );
  await stage.importSheet("elders", "老人.csv", writeCsv([head, elder("周桂兰"), elder("吴金花", { 联系人1: "吴勇", 联系人电话1: "19900000002" })]));

  const { body } = await stage.call("POST /places/:placeId/registers/ties", { params: { placeId: stage.county.placeId } });

  expect(body.added).toBe(3);
  const ties = await stage.ask(({ db }) => db.selectFrom("elder_pairing_tie").select("kind").orderBy("kind").execute());
  expect(ties).toEqual([{ kind: "knows" }, { kind: "parent" }, { kind: "parent" }]);
});

test("what is sealed of an elder stands nowhere in the file, and once erased nothing readable is left but the row", async () => {
  stage = await setSmallStage(["柳树坡村"]);
  const canaries = ["柳荫巷金丝雀", "金丝雀联系人", "19900004321", "金丝雀钥匙"];
  const more = ["住址", "钥匙保管人"];
  const line = [...elder("周桂兰", { 联系人1: canaries[1]!, 联系人电话1: canaries[2]! }), canaries[0]!, canaries[3]!];
  await stage.importSheet("elders", "老人.csv", writeCsv([[...head, ...more], line]));
  const [{ id }] = (await stage.call("GET /elders")).body.elders;

  const refused = await stage.call("POST /elders/:elderId/erase", { params: { elderId: id }, body: { name: "周桂花" } });
  const erased = await stage.call("POST /elders/:elderId/erase", { params: { elderId: id }, body: { name: "周桂兰" } });

  expect([refused.body.code, erased.status]).toEqual(["elder-pairing.nameWrong", 200]);
  expect((await stage.call("GET /elders/:elderId", { params: { elderId: id } })).body).toMatchObject({
    ...{ name: "（已抹去）", birthYear: 0, residentsGroup: null },
    card: { care: null, notes: {}, address: "", contacts: [{ name: "", phone: "" }] },
  });
  for (const file of await databaseFiles(stage)) {
    const bytes = readFileSync(file);
    for (const canary of canaries) expect(bytes.includes(canary)).toBe(false);
  }
});

test("each of the three sheets is to be had empty, for who keeps the registers and for nobody else", async () => {
  stage = await setSmallStage(["柳树坡村"]);
  await aGridLeader(stage, "柳树坡村", "grid");
  const kinds = ["elders", "cadres", "spots"];
  const get = (kind: string, as?: string) =>
    stage.call("GET /places/:placeId/registers/:kind/empty", { ...(as && { as }), params: { placeId: stage.county.placeId, kind } });

  const files = await Promise.all(kinds.map((kind) => get(kind)));

  expect(files.map(({ status, headers }) => [status, decodeURIComponent(String(headers["content-disposition"]).split("''")[1]!)])).toEqual([
    [200, "空表-老人名册.xlsx"],
    [200, "空表-干部名册.xlsx"],
    [200, "空表-村的位置.xlsx"],
  ]);
  expect((await get("elders", "grid")).status).toBe(403);
});
