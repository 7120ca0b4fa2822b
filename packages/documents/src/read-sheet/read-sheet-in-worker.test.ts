import { expect, test } from "vitest";
import { readSheetInWorker } from "./read-sheet-in-worker.js";
import { readSheet } from "./read-sheet.js";
import { aWorkbook } from "./test-archive.js";

const aRow = '<row><c t="inlineStr"><is><t>何志远</t></is></c><c><v>19900001234</v></c></row>';

test("reads the same in a thread of its own and leaves the caller's bytes alone", async () => {
  const bytes = aWorkbook(`<sheetData>${aRow.repeat(50)}</sheetData>`);

  const book = await readSheetInWorker(bytes, "名册.xlsx");

  expect(book).toEqual(readSheet(bytes, "名册.xlsx"));
  expect(bytes.length).toBeGreaterThan(0);
});

test("carries a refusal out of the thread with its words", async () => {
  const bytes = aWorkbook("<sheetData><row");

  const attempt = readSheetInWorker(bytes, "名册.xlsx");

  await expect(attempt).rejects.toMatchObject({ code: "sheet.damaged", message: expect.stringContaining("“名册.xlsx”已损坏") });
});

test("stops a thread that takes too long", async () => {
  const bytes = aWorkbook(`<sheetData>${aRow.repeat(50)}</sheetData>`);

  const attempt = readSheetInWorker(bytes, "名册.xlsx", { milliseconds: 1 });

  await expect(attempt).rejects.toMatchObject({ code: "sheet.slow" });
});

test("stops a thread that takes too much memory", async () => {
  const bytes = aWorkbook(`<sheetData>${aRow.repeat(150_000)}</sheetData>`);

  const attempt = readSheetInWorker(bytes, "名册.xlsx", { heapMegabytes: 24, rows: 1_000_000 });

  await expect(attempt).rejects.toMatchObject({ code: "sheet.large.memory" });
});
