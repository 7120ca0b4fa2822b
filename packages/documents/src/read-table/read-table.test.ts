import { expect, test } from "vitest";
import { readSheet } from "../read-sheet/read-sheet.js";
import type { SheetGrid } from "../read-sheet/sheet-grid.js";
import { aWorkbook } from "../read-sheet/test-archive.js";
import type { Column, ColumnSet } from "./column.js";
import { tellRemark } from "./problem-texts.js";
import { readName } from "./read-name.js";
import { readPhone } from "./read-phone.js";
import { readText, readWholeNumber } from "./read-simple.js";
import { chooseSheet, readTable } from "./read-table.js";

const column = <T>(parts: Column<T>) => parts;
const residents = {
  number: column({ header: "序号", read: readWholeNumber(), isRowNumber: true }),
  name: column({ header: "姓名", read: readName, isRequired: true }),
  phone: column({ header: "联系电话", synonyms: ["手机", "手机号码"], read: readPhone }),
  compound: column({ header: "小区", synonyms: ["所属小区"], read: readText() }),
} satisfies ColumnSet;

const sheetOf = (text: string): SheetGrid => readSheet(new TextEncoder().encode(text), "名册.csv").sheets[0]!;

const kept = `光明路社区居民名册,,,,
填报单位：光明路社区,,填报人：王秀珍,,2026.9.8
序 号,姓　名,联系电话（手机）*,所属小区,备注
1,张　三,199 0000 1234,和平苑,
2,李四,1990000123,同上,
序号,姓名,手机,小区,备注
3,王五,,〃,无手机
4,,19900005678,,
5,,,,
合计,4 人,,,
`;

test("reads a roster as secretaries keep it", () => {
  const table = readTable(sheetOf(kept), residents);

  expect(table.rows.map(({ row, values, isSound }) => [row, values, isSound])).toEqual([
    [4, { number: 1, name: "张三", phone: "19900001234", compound: "和平苑" }, true],
    [5, { number: 2, name: "李四", phone: undefined, compound: "和平苑" }, false],
    [7, { number: 3, name: "王五", phone: undefined, compound: "和平苑" }, true],
    [8, { number: 4, name: undefined, phone: "19900005678", compound: undefined }, false],
  ]);
  expect(table.skipped).toEqual([
    { row: 6, reason: "header" },
    { row: 9, reason: "blank" },
    { row: 10, reason: "note" },
  ]);
  expect(table.header).toMatchObject({ row: 3, unknown: [{ address: "E3", text: "备注" }] });
  expect(table.header.preamble).toEqual(["光明路社区居民名册", "填报单位：光明路社区", "填报人：王秀珍", "2026.9.8"]);
});

test("says each problem and correction by its cell, in both languages", () => {
  const table = readTable(sheetOf(kept), residents);

  const problems = table.problems.map((problem) => `${problem.address} ${tellRemark(problem)}`);
  const corrections = table.corrections.map((correction) => tellRemark(correction, "en"));

  expect(problems).toEqual(["C5 第 5 行 C 列：手机号应为 11 位，现在 10 位", "B8 第 8 行 B 列：姓名不能空着，请补上"]);
  expect(corrections).toEqual([
    "Row 4, column B: the spaces inside the name were removed",
    "Row 5, column D: the row above was repeated",
    "Row 7, column D: the row above was repeated",
  ]);
});

test("names a column that is missing, and one that is there twice", () => {
  const table = readTable(sheetOf("联系电话,手机,小区\n19900001234,,和平苑\n"), residents);

  expect(table.problems.map((problem) => tellRemark(problem))).toEqual([
    "第 1 行 B 列：“联系电话”这一列出现了两次，请只留一列",
    "第 1 行 D 列：缺少“姓名”这一列，请加上",
  ]);
});

test("refuses a sheet without a header, naming the columns it needs", () => {
  const attempt = () => readTable(sheetOf("张三,李四\n王五,赵六\n"), residents);

  expect(attempt).toThrow("没有找到表头。表头应在前 20 行内，并有这些列：姓名。");
});

test("says that there is nothing above to repeat", () => {
  const table = readTable(sheetOf("姓名,小区\n张三,同上\n李四,\n王五,同上\n"), residents);

  expect(table.problems.map((problem) => [problem.address, problem.code])).toEqual([
    ["B2", "cell.same.first"],
    ["B4", "cell.same.first"],
  ]);
});

test("reports formulas without a result and formulas that failed", () => {
  const cells = '<c t="inlineStr"><is><t>张三</t></is></c><c><f>1+1</f></c><c t="e"><f>A1</f><v>#REF!</v></c>';
  const heading = ["姓名", "手机", "小区"].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("");
  const book = readSheet(aWorkbook(`<sheetData><row>${heading}</row><row>${cells}</row></sheetData>`), "a.xlsx");

  const table = readTable(chooseSheet(book, residents)!, residents);

  expect(table.problems.map((problem) => [problem.address, problem.code])).toEqual([
    ["B2", "cell.formula"],
    ["C2", "cell.error"],
  ]);
});

test("finds the headings under merged groups and passes over a note across the sheet", () => {
  const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = [
    `<row r="1">${text("A1", "居民名册")}</row>`,
    `<row r="2">${text("A2", "姓名")}${text("B2", "基本情况")}</row>`,
    `<row r="3">${text("B3", "手机")}${text("C3", "小区")}</row>`,
    `<row r="4">${text("A4", "张三")}${text("C4", "和平苑")}</row>`,
    `<row r="5">${text("A5", "请于月底前交到社区")}</row>`,
  ].join("");
  const merges = ["A1:C1", "A2:A3", "B2:C2", "A5:C5"].map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const book = readSheet(aWorkbook(`<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`), "a.xlsx");

  const table = readTable(chooseSheet(book, residents)!, residents);

  expect(table.header.row).toBe(3);
  expect(table.rows.map((row) => row.values.name)).toEqual(["张三"]);
  expect(table.skipped).toEqual([{ row: 5, reason: "note" }]);
});
