import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { readSheet } from "../read-sheet/read-sheet.js";
import { readDate } from "../read-table/read-date.js";
import { readName } from "../read-table/read-name.js";
import { readPhone } from "../read-table/read-phone.js";
import { readChoice, readText, readYesNo } from "../read-table/read-simple.js";
import { chooseSheet, readTable } from "../read-table/read-table.js";
import { writeEmptySheet } from "./write-empty-sheet.js";

const columns = {
  number: { header: "序号", read: readText(), isRowNumber: true },
  name: { header: "姓名", read: readName, isRequired: true },
  phone: { header: "手机", read: readPhone },
  living: { header: "居住情况", read: readChoice({ alone: ["独居", "一个人"], family: ["与家人同住"] }) },
  away: { header: "在外", read: readYesNo },
  consentOn: { header: "同意日期", read: readDate() },
  hours: { header: "开放时间", read: readText(), sample: "周一至周五 08:30-17:30" },
} as const;
const stamp = "2026-09-10T01:00:00Z";
const open = async (bytes: Uint8Array) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  return book;
};

test("what is filled into an empty sheet is read by the import it is for, with nothing in the way", async () => {
  const book = await open(await writeEmptySheet({ title: "老人名册", columns, stamp }));
  book.worksheets[0]!.getRow(2).values = ["周桂兰", "19900001234", "独居", "否", "2026-09-08", ""];
  const filled = new Uint8Array(await book.xlsx.writeBuffer());

  const table = readTable(chooseSheet(readSheet(filled, "名册.xlsx"), columns)!, columns);

  expect(table.header.problems).toEqual([]);
  expect(table.problems).toEqual([]);
  const { consentOn, ...said } = table.rows[0]!.values;
  expect([consentOn?.toString(), said]).toEqual(["2026-09-08", { name: "周桂兰", phone: "19900001234", living: "alone", away: false }]);
});

test("an empty sheet offers what a cell may say, and its second page says of each column whether and how it is filled in", async () => {
  const book = await open(await writeEmptySheet({ title: "老人名册", columns, stamp }));

  const [sheet, how] = book.worksheets;
  expect(sheet!.name).toBe("老人名册");
  expect([sheet!.getCell("C2").dataValidation?.formulae, sheet!.getCell("D40").dataValidation?.formulae]).toEqual([['"独居,与家人同住"'], ['"是,否"']]);
  expect([2, 3, 4, 5, 6, 7].map((row) => (how!.getRow(row).values as string[]).slice(1))).toEqual([
    ["姓名", "必填", "写文字"],
    ["手机", "可不填", "例如 19900001234"],
    ["居住情况", "可不填", "填一个：独居、与家人同住"],
    ["在外", "可不填", "填一个：是、否"],
    ["同意日期", "可不填", "例如 2026-09-08"],
    ["开放时间", "可不填", "例如 周一至周五 08:30-17:30"],
  ]);
});
