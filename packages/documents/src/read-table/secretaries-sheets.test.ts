import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { readSheet } from "../read-sheet/read-sheet.js";
import type { ColumnSet } from "./column.js";
import { tellRemark } from "./problem-texts.js";
import { readDate } from "./read-date.js";
import { readName } from "./read-name.js";
import { readPhone } from "./read-phone.js";
import { readText } from "./read-simple.js";
import { readTable } from "./read-table.js";

const columns = {
  number: { header: "序号", read: readText(), isRowNumber: true },
  name: { header: "姓名", read: readName, isRequired: true },
  phone: { header: "手机", synonyms: ["联系方式", "电话"], read: readPhone },
  compound: { header: "小区", read: readText() },
  building: { header: "楼栋", read: readText() },
  fromOn: { header: "任职时间", read: readDate() },
} satisfies ColumnSet;

async function aSheet(build: (sheet: ExcelJS.Worksheet) => void) {
  const book = new ExcelJS.Workbook();
  build(book.addWorksheet("名册"));
  const [grid] = readSheet(new Uint8Array(await book.xlsx.writeBuffer()), "名册.xlsx").sheets;
  return readTable(grid!, columns);
}
const valuesOf = (table: Awaited<ReturnType<typeof aSheet>>) =>
  table.rows.map((row) => Object.fromEntries(Object.entries(row.values).flatMap(([field, value]) => (value === undefined ? [] : [[field, String(value)]]))));

test("reads headings of two rows with merged groups, a title above, notes and sums below", async () => {
  const table = await aSheet((sheet) => {
    sheet.addRow(["光明路社区居民花名册"]);
    sheet.addRow(["填报单位：光明路社区", "", "", "填报人：甲", "", "2026年9月"]);
    sheet.addRow(["序号", "姓名", "联系方式", "", "住址", ""]);
    sheet.addRow(["", "", "手机", "座机", "小区", "楼栋"]);
    for (const area of ["A1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:F3"]) sheet.mergeCells(area);
    sheet.addRow([1, "张　三", "１９９ ００００ １１１１", "0794-3612345", "和平苑", "3栋"]);
    sheet.addRow([2, "李四", "同上", "", "同上", "〃"]);
    sheet.addRow([3, "", "", "", "", ""]);
    sheet.addRow(["合计", "", "", "2人"]);
    sheet.addRow(["填表说明：请如实填写"]);
  });

  const home = { compound: "和平苑", building: "3栋", phone: "19900001111" };
  expect(valuesOf(table)).toEqual([
    { number: "1", name: "张三", ...home },
    { number: "2", name: "李四", ...home },
  ]);
  expect(table.problems).toEqual([]);
  expect(table.skipped.map((row) => row.row)).toEqual([7, 8, 9]);
});

test("reads a place that is merged down over its people", async () => {
  const table = await aSheet((sheet) => {
    sheet.addRow(["姓名", "小区", "楼栋"]);
    for (const name of ["甲一", "甲二", "甲三"]) sheet.addRow([name, name === "甲一" ? "和平苑" : "", "3栋"]);
    sheet.mergeCells("B2:B4");
  });

  expect(table.rows.map((row) => row.values.compound)).toEqual(["和平苑", "和平苑", "和平苑"]);
});

test("reads a list printed on two pages, its headings repeated, phones as numbers and as text", async () => {
  const table = await aSheet((sheet) => {
    for (const [name, phone] of [
      ["陈国强", 19900001111],
      ["吴 琴", "1990000 2222"],
    ]) {
      sheet.addRow(["网格员名单"]);
      sheet.addRow(["序号", "姓  名", "电 话"]);
      sheet.addRow([1, name, phone]);
      sheet.addRow([]);
    }
  });

  expect(valuesOf(table)).toEqual([
    { number: "1", name: "陈国强", phone: "19900001111" },
    { number: "1", name: "吴琴", phone: "19900002222" },
  ]);
});

test.each([
  ["2026.9.8", "2026-09-08"],
  ["2026/9/8", "2026-09-08"],
  ["2026年9月8日", "2026-09-08"],
  ["２０２６．９．８", "2026-09-08"],
  ["20260908", "2026-09-08"],
  ["2026-9-8 00:00:00", "2026-09-08"],
  [new Date(Date.UTC(2026, 8, 8)), "2026-09-08"],
])("reads the day %s", async (written, day) => {
  const table = await aSheet((sheet) => {
    sheet.addRow(["姓名", "任职时间"]);
    sheet.addRow(["张三", written]);
  });

  expect([table.rows[0]!.values.fromOn?.toString(), table.problems]).toEqual([day, []]);
});

test("says of each cell that it cannot read which it is, and does not guess", async () => {
  const table = await aSheet((sheet) => {
    sheet.addRow(["姓名", "手机", "任职时间"]);
    sheet.addRow(["张三", "19900001111/19900002222", "2026-02-30"]);
    sheet.addRow(["", "1990000111", "农历八月初六"]);
    sheet.addRow(["李四，王五", "无", "暂无"]);
  });

  expect(table.problems.map((problem) => tellRemark(problem))).toEqual([
    "第 2 行 B 列：一格只能填一个电话号码，请拆开",
    "第 2 行 C 列：日期不对，应写成 2026-09-08，现在是“2026-02-30”",
    "第 3 行 A 列：姓名不能空着，请补上",
    "第 3 行 B 列：手机号应为 11 位，现在 10 位",
    "第 3 行 C 列：请填公历日期；农历日期请写在备注里",
    "第 4 行 A 列：一格只能填一个人的姓名，请分成几行",
  ]);
});
