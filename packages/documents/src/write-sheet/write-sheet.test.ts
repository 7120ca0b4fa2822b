import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readParts } from "../read-sheet/read-parts.js";
import { readSheet } from "../read-sheet/read-sheet.js";
import { usualLimits } from "../read-sheet/sheet-grid.js";
import { readZipDirectory } from "../read-sheet/zip-directory.js";
import { aWorkbook } from "../read-sheet/test-archive.js";
import { readName } from "../read-table/read-name.js";
import { readPhone } from "../read-table/read-phone.js";
import { readTable } from "../read-table/read-table.js";
import { guardFormula } from "./guard-formula.js";
import { writeAnnotated } from "./write-annotated.js";
import { writeCsv } from "./write-csv.js";
import { fitSheetName, writeLedger, type Ledger } from "./write-ledger.js";

const dangerous = ["=1+1", "+1+1", "-1+1", "@SUM(1+1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://127.0.0.1/"&A1)', "＝1+1", " =1+1", "－1", "＠x", "＋1"];
const stamp = "2026-09-10T01:00:00Z";
const aLedger = (changes: Partial<Ledger> = {}): Ledger => ({
  title: "光明路社区议定事项台账",
  organisation: "光明路社区居民委员会",
  filledBy: "王秀珍",
  date: "2026-09-08",
  columns: [
    { header: "序号", kind: "number" },
    { header: "事项名称", kind: "text" },
    { header: "联系方式", kind: "text" },
    { header: "完成时限", kind: "date" },
  ],
  rows: [[1, "拆除与清运", "19900001234", "2026-09-20"]],
  stamp,
  ...changes,
});
const rowsOf = (bytes: Uint8Array) =>
  readSheet(bytes, "台账.xlsx").sheets[0]!.rows.map((row) => row.cells.filter((cell) => !cell.mergedFrom).map((cell) => cell.raw));
const openSheet = async (bytes: Uint8Array) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  return book.worksheets[0]!;
};

test("writes three heading rows, numbers and dates as themselves, phones as text", async () => {
  const bytes = await writeLedger(aLedger());

  const cells = readSheet(bytes, "台账.xlsx").sheets[0]!.rows[3]!.cells;
  expect(rowsOf(bytes).slice(0, 3)).toEqual([
    ["光明路社区议定事项台账"],
    ["填报单位：光明路社区居民委员会　　填报人：王秀珍　　日期：2026年9月8日"],
    ["序号", "事项名称", "联系方式", "完成时限"],
  ]);
  expect(cells.map(({ kind, raw }) => [kind, raw])).toEqual([
    ["number", "1"],
    ["text", "拆除与清运"],
    ["text", "19900001234"],
    ["date", "2026-09-20"],
  ]);
});

test("writes no formula whatever a text begins with", async () => {
  const bytes = await writeLedger(
    aLedger({ title: "=1+1", filledBy: "=2", columns: [{ header: "=A1", kind: "text" }], rows: dangerous.map((text) => [text]) }),
  );

  const file = Buffer.from(bytes);
  const sheet = readParts(file, readZipDirectory(file, "a.xlsx", usualLimits), "a.xlsx")("xl/worksheets/sheet1.xml");
  expect(sheet).not.toContain("<f");
  expect(
    readSheet(bytes, "a.xlsx")
      .sheets[0]!.rows.slice(3)
      .map((row) => row.cells[0]!.kind),
  ).toEqual(dangerous.map(() => "text"));
});

test("gives back any text that XML can hold", async () => {
  const texts = fc.sample(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), { seed: 7, numRuns: 60 }).map((text) => `字${text}`);

  const bytes = await writeLedger(aLedger({ columns: [{ header: "内容", kind: "text" }], rows: texts.map((text) => [text]) }));

  expect(rowsOf(bytes).slice(3)).toEqual(texts.map((text) => [text]));
});

test("cuts a text that Excel could not open, and says so", async () => {
  const bytes = await writeLedger(aLedger({ rows: [[1, "长".repeat(40_000), null, null]] }));

  const text = rowsOf(bytes)[3]![1]!;
  expect(text).toHaveLength(32_767);
  expect(text).toMatch(/未写完）$/);
});

test.each([
  ["2026/09 [台账]: 'A'", "2026 09 台账 'A"],
  ["", "台账"],
  ["长".repeat(40), "长".repeat(28)],
])("names the sheet of %s as Excel allows", (title, expected) => {
  const name = fitSheetName(title);

  expect(name).toBe(expected);
});

test("guards a .csv against formulas and keeps its numbers", () => {
  const bytes = writeCsv([...dangerous.map((text) => [text, 1]), [-5, '张三,"李四"']]);

  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\r\n");
  expect(lines[0]).toBe("\ufeff'=1+1,1");
  expect(dangerous.every((text) => guardFormula(text).startsWith("'"))).toBe(true);
  expect(lines.at(-2)).toBe('-5,"张三,""李四"""');
});

test("hands a sheet back with comments at its problems, ready to be read again", async () => {
  const grid = readSheet(new TextEncoder().encode("居民名册\n姓名,手机\n张　三,1990000123\n李四,19900001234\n"), "名册.csv").sheets[0]!;
  const columns = { name: { header: "姓名", read: readName, isRequired: true }, phone: { header: "手机", read: readPhone } };
  const { problems, corrections } = readTable(grid, columns);

  const bytes = await writeAnnotated({ grid, problems, corrections, stamp });

  const sheet = await openSheet(bytes);
  expect(JSON.stringify(sheet.getCell("B3").note)).toContain("第 3 行 B 列：手机号应为 11 位，现在 10 位");
  expect(JSON.stringify(sheet.getCell("A3").note)).toContain("已去掉姓名中间的空格");
  expect(sheet.getCell("C3").value).toBe("需要改正：第 3 行 B 列：手机号应为 11 位，现在 10 位");
  expect(readTable(readSheet(bytes, "名册.xlsx").sheets[0]!, columns).problems).toEqual(problems);
});

test("hands back a sheet whose merged areas overlap", async () => {
  const merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B1:C1"/><mergeCell ref="A2:C2"/></mergeCells>';
  const cells = ["A1", "B1", "C1", "A2", "B2", "C2"].map((address) => `<c r="${address}"><v>1</v></c>`).join("");
  const grid = readSheet(
    aWorkbook(`<sheetData><row r="1">${cells.slice(0, cells.length / 2)}</row><row r="2">${cells.slice(cells.length / 2)}</row></sheetData>${merges}`),
    "a.xlsx",
  ).sheets[0]!;

  const bytes = await writeAnnotated({ grid, problems: [], stamp });

  expect(rowsOf(bytes)[0]![0]).toBe("1");
});

test("a ledger is printed across with its headings on each page, and one of many long columns is wrapped rather than printed too small to read", async () => {
  const columns = Array.from({ length: 16 }, (_, n) => ({ header: `事项名称${n}`, kind: "text" as const }));
  const widthOf = (sheet: ExcelJS.Worksheet) => sheet.columns.reduce((all, { width = 0 }) => all + width, 0);
  const [wide, narrow] = await Promise.all([
    writeLedger(aLedger({ columns, rows: [columns.map(() => "暴雨后墙体坍毁约十二米砸坏板房两间")] })).then(openSheet),
    writeLedger(aLedger({ rows: [[1, "暴雨后墙体坍毁约十二米砸坏板房", "19900001234", "2026-09-20"]] })).then(openSheet),
  ]);

  expect(wide.pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "1:3" });
  expect(widthOf(wide)).toBeLessThanOrEqual(16 * 14);
  expect(wide.getRow(4).height).toBeGreaterThan(8 + 15 * 2);
  expect(narrow.getColumn(2).width).toBe(32);
});
