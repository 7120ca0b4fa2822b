import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readSheet } from "./read-sheet.js";
import { aWorkbook } from "./test-archive.js";

async function aSheet(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("名册"), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const textsOf = (bytes: Uint8Array, name = "名册.xlsx") =>
  readSheet(bytes, name).sheets[0]!.rows.map((row) => row.cells.map((cell) => `${cell.address}=${cell.text}`));
const cellsOf = (bytes: Uint8Array, name = "名册.xlsx") => readSheet(bytes, name).sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells));
const csv = (text: string) => new TextEncoder().encode(text);

test("reads texts, numbers, dates, rich texts and links with their addresses", async () => {
  const bytes = await aSheet((sheet) => {
    sheet.addRow(["姓名", "手机", "生日"]);
    sheet.addRow(["何志远", 19900001234, new Date(Date.UTC(1990, 8, 8))]);
    sheet.getCell("A3").value = { richText: [{ text: "王" }, { text: "秀珍", font: { bold: true } }] };
    sheet.getCell("B3").value = { text: "网址", hyperlink: "https://example.org" };
    sheet.getCell("C3").value = 0.1 + 0.2;
  });

  const texts = textsOf(bytes);

  expect(texts).toEqual([
    ["A1=姓名", "B1=手机", "C1=生日"],
    ["A2=何志远", "B2=19900001234", "C2=1990-09-08"],
    ["A3=王秀珍", "B3=网址", "C3=0.3"],
  ]);
});

test("gives a date as a date whatever its format, with its time when it has one", async () => {
  const bytes = await aSheet((sheet) => {
    ['m"月"d"日"', "yyyy/m/d h:mm", '[$-804]yyyy"年"m"月";@', "0.00", "000000"].forEach((numFmt, index) => {
      const cell = sheet.getCell(1, index + 1);
      cell.value = numFmt.startsWith("0") ? 1234 : new Date(Date.UTC(2026, 8, 9, index === 1 ? 15 : 0));
      cell.numFmt = numFmt;
    });
  });

  const cells = cellsOf(bytes);

  expect(cells.map((cell) => [cell.kind, cell.text])).toEqual([
    ["date", "2026-09-09"],
    ["date", "2026-09-09 15:00"],
    ["date", "2026-09-09"],
    ["number", "1234"],
    ["number", "001234"],
  ]);
});

test("repeats a merged cell over its area and says where it comes from", async () => {
  const bytes = await aSheet((sheet) => {
    sheet.getCell("A1").value = "光明路社区居民名册";
    sheet.mergeCells("A1:C1");
    sheet.addRow(["第一网格", "张三", "1"]);
    sheet.addRow([null, "李四", "2"]);
    sheet.mergeCells("A2:A3");
  });

  const cells = cellsOf(bytes);

  expect(cells.map((cell) => [cell.address, cell.text, cell.mergedFrom])).toEqual([
    ["A1", "光明路社区居民名册", undefined],
    ["B1", "光明路社区居民名册", "A1"],
    ["C1", "光明路社区居民名册", "A1"],
    ["A2", "第一网格", undefined],
    ["B2", "张三", undefined],
    ["C2", "1", undefined],
    ["A3", "第一网格", "A2"],
    ["B3", "李四", undefined],
    ["C3", "2", undefined],
  ]);
});

test("takes a formula's saved value and never computes one", () => {
  const bytes = aWorkbook(
    '<sheetData><row><c><f>1+1</f><v>2</v></c><c t="str"><f>HYPERLINK("http://127.0.0.1/")</f></c><c t="e"><v>#REF!</v></c></row></sheetData>',
  );

  const cells = cellsOf(bytes);

  expect(cells.map(({ text, isFormula, kind }) => [text, isFormula, kind])).toEqual([
    ["2", true, "number"],
    ["", true, "text"],
    ["#REF!", undefined, "error"],
  ]);
});

test("leaves hidden sheets out and names them", async () => {
  const bytes = await aSheet((sheet, book) => {
    sheet.addRow(["看得见"]);
    book.addWorksheet("选项", { state: "hidden" }).addRow(["男"]);
    book.addWorksheet("深藏", { state: "veryHidden" }).addRow(["女"]);
  });

  const book = readSheet(bytes, "名册.xlsx");

  expect(book.sheets.map((sheet) => sheet.name)).toEqual(["名册"]);
  expect(book.hiddenSheets).toEqual(["选项", "深藏"]);
});

test("normalises full-width digits, every kind of space and invisible characters", () => {
  const bytes = csv("１９９００００１２３４\t,　张　三\u00a0,\u200b李四\ufeff,“第二行\n");

  const cells = cellsOf(bytes, "a.csv");

  expect(cells.map((cell) => cell.text)).toEqual(["19900001234", "张 三", "李四", "“第二行"]);
});

test.each([
  ["UTF-8 with a mark", csv("\ufeff姓名,电话\n何志远,1")],
  ["UTF-8 without one", csv("姓名,电话\r\n何志远,1\r\n")],
  ["GB18030", Buffer.from("d0d5c3fb2cb5e7bbb00d0abaced6bed4b62c310d0a", "hex")],
  ["UTF-16 with tabs", Buffer.from("\ufeff姓名\t电话\n何志远\t1", "utf16le")],
])("reads a .csv in %s", (_name, bytes) => {
  const texts = textsOf(bytes, "名册.csv");

  expect(texts).toEqual([
    ["A1=姓名", "B1=电话"],
    ["A2=何志远", "B2=1"],
  ]);
});

test("reads back any table from a quoted .csv", () => {
  const cell = fc.string({ unit: fc.constantFrom("张", '"', ",", "\n", "a", "；", ";", "1") });

  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (table) => {
      const text = table.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\r\n");
      const found = new Map(cellsOf(csv(text), "a.csv").map((one) => [`${one.row}:${one.column}`, one.raw]));

      table.forEach((row, y) => row.forEach((value, x) => expect(found.get(`${y + 1}:${x + 1}`) ?? "").toBe(value.trim() === "" ? "" : value)));
    }),
    { seed: 20260910, numRuns: 200 },
  );
});

test("keeps the zeros of Excel's text trick and reports a formula in a .csv as one without a value", () => {
  const cells = cellsOf(csv('="0123",=1+1,==,-5\n'), "a.csv");

  expect(cells.map(({ raw, isFormula }) => [raw, isFormula ?? false])).toEqual([
    ["0123", false],
    ["", true],
    ["==", false],
    ["-5", false],
  ]);
});

test("is not slowed by merges, validations and filters over whole columns", () => {
  const ranges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>';
  const bytes = aWorkbook(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名册</t></is></c><c r="B1"><v>1</v></c></row></sheetData>${ranges}`);

  const cells = cellsOf(bytes);

  expect(cells.map((cell) => cell.address)).toEqual(["A1", "B1"]);
});

test("reads cells and rows without addresses, prefixed names, CDATA and Office's escapes", () => {
  const bytes = aWorkbook(
    '<x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a&amp;b_x000A_c</x:t><rPh><t>yin</t></rPh></x:is></x:c><c t="str"><f>A1</f><v><![CDATA[<d>]]></v></c></x:row></x:sheetData>',
  );

  const cells = cellsOf(bytes);

  expect(cells.map((cell) => [cell.address, cell.raw])).toEqual([
    ["A1", "a&b\nc"],
    ["B1", "<d>"],
  ]);
});
