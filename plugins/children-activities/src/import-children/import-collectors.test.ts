import { afterEach, beforeEach, expect, test } from "vitest";
import { readSheet } from "@lianxin/documents";
import { zhCN } from "../messages/zh-CN.js";
import { bringCsv } from "../testing/bring-csv.js";
import { setStage, type Stage } from "../testing/stage.js";
import { childColumns } from "./columns.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());

const header = "姓名,出生年月,性别,监护人,监护人电话,关系,同意书日期,同意书版本,同意保管资料,同意参加,接送人,接送人关系,接送人电话,接送人2,接送人2关系";
const upload = (...lines: string[]) => bringCsv(stage, [header, ...lines].join("\n"));

test("who may collect a child is read from the list, two of them or none", async () => {
  const { imported, children } = await upload(
    "周小禾,2018年5月,女,周桂兰,19900000101,奶奶,2027-07-01,2026-1,是,是,李梅,姨妈,19900000201,周建国,叔叔",
    "沈小雨,2013-11,女,沈玉兰,19900000103,母亲,2027-07-02,2026-1,是,是,,,,,",
  );

  expect([imported.added, imported.refused]).toEqual([2, []]);
  expect(children.map(({ collectors }: any) => collectors.map(({ name, relation, phone }: any) => [name, relation, phone]))).toEqual([
    [
      ["李梅", "姨妈", "19900000201"],
      ["周建国", "叔叔", null],
    ],
    [],
  ]);
});

test("a collector without what they are to the child refuses the line, and leaves nothing of it", async () => {
  const { imported, children } = await upload("周小禾,2018年5月,女,周桂兰,19900000101,奶奶,2027-07-01,2026-1,是,是,李梅,,,,");

  expect([imported.added, imported.refused[0].line, imported.refused[0].problem.includes("接送人和孩子的关系"), children]).toEqual([0, 2, true, []]);
});

test("a closed home takes no list", async () => {
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { isClosed: true } });

  const { imported, children } = await upload("周小禾,2018年5月,女,周桂兰,19900000101,奶奶,2027-07-01,2026-1,是,是,,,,,");

  expect([imported.code, children]).toEqual(["children-activities.homeClosed", []]);
});

test("a line says once which it is and everything that is wrong with it", async () => {
  const { imported } = await upload("周小禾,2018年5月,甲,周桂兰,1990000,奶奶,2027-07-01,2026-1,是,是,,,,,");

  expect(imported.refused[0].problem).toMatch(/^C 列：.*；E 列：/);
  expect(imported.refused[0].problem).not.toContain("第");
});

test("an empty sheet has each heading the import reads, the form names them all, and it is the director's", async () => {
  const ask = (cookie: string) =>
    stage.app.app.http.inject({
      ...{ method: "GET" as const, url: `/api/children-activities/homes/${stage.homeId}/children-sheet` },
      headers: { "x-lianxin": "1", cookie },
    });
  const [own, other] = [await ask("luo"), await ask("secretary")];
  const [sheet] = (await readSheet(own.rawPayload, "空表.xlsx")).sheets;

  const headings = Object.values(childColumns).map(({ header }) => header);
  expect(sheet!.rows[0]!.cells.map(({ text }) => text)).toEqual(headings);
  expect(`${zhCN["import.needed"]}${zhCN["import.more"]}`.match(/[^：、。]+/g)).toEqual(expect.arrayContaining(headings));
  expect(JSON.stringify(await readSheet(own.rawPayload, "空表.xlsx"))).toContain("2026-1");
  expect(other.statusCode).toBe(403);
});

test("a cell longer than what is kept refuses its line by name, and the others of the slice are written", async () => {
  const long = "住在县城的姨妈".repeat(4);
  const { imported, children } = await upload(
    "周小禾,2018年5月,女,周桂兰,19900000101,奶奶,2027-07-01,2026-1,是,是,李梅,姨妈,19900000201,,",
    `沈小雨,2013-11,女,沈玉兰,19900000103,母亲,2027-07-02,2026-1,是,是,李梅,${long},19900000201,,`,
    `沈小雪,2013-11,女,沈玉兰,19900000103,母亲,2027-07-02,2026-1,是,是,,,,李梅,${long}`,
    `沈小霜,2013-11,女,沈玉兰,19900000103,${long},2027-07-02,2026-1,是,是,,,,,`,
    `沈小露,${"不知道".repeat(20)},女,沈玉兰,19900000103,母亲,2027-07-02,2026-1,是,是,,,,,`,
  );

  expect([imported.added, imported.refused.map(({ line }: any) => line), children.map(({ name }: any) => name)]).toEqual([1, [3, 4, 5, 6], ["周小禾"]]);
});
