import fc from "fast-check";
import { expect, test } from "vitest";
import { DocumentRefused } from "../document-refused.js";
import { readSheetInWorker } from "./read-sheet-in-worker.js";
import { checkSheet, readSheet } from "./read-sheet.js";
import { usualLimits } from "./sheet-grid.js";
import { anArchive, aWorkbook, packRepeated, workbookParts } from "./test-archive.js";

const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>${"a".repeat(1000)}</t></is></c></row>`;
const aBomb = (declaredSize?: number) => {
  const packed = packRepeated(row.repeat(100), 2_000, "<worksheet><sheetData>", "</sheetData></worksheet>");
  return anArchive([...workbookParts(), { name: "xl/worksheets/sheet1.xml", content: "", packed, ...(declaredSize !== undefined && { declaredSize }) }]);
};

async function refusalOf(work: () => unknown): Promise<DocumentRefused> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DocumentRefused) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

async function cost(work: () => Promise<unknown>): Promise<{ milliseconds: number; megabytes: number }> {
  const [memory, start] = [process.memoryUsage().rss, performance.now()];
  await work();
  return { milliseconds: performance.now() - start, megabytes: (process.memoryUsage().rss - memory) / 1e6 };
}

test("refuses a bomb of 200 MB within 200 ms and 50 MB", async () => {
  const bomb = aBomb();

  const spent = await cost(async () => {
    const refusal = await refusalOf(() => readSheetInWorker(bomb, "bomb.xlsx"));
    expect([refusal.code, refusal.params.actual]).toEqual(["sheet.large.unpacked", 212_200_446]);
  });

  expect(bomb.length).toBeLessThan(1_000_000);
  expect(spent.milliseconds).toBeLessThan(200);
  expect(spent.megabytes).toBeLessThan(50);
});

test("refuses a bomb that declares a small size, having unpacked no more than it declared", async () => {
  const bomb = aBomb(1_000);

  const spent = await cost(async () => expect((await refusalOf(() => readSheet(bomb, "bomb.xlsx"))).code).toBe("sheet.entry.unsafe"));

  expect(spent.milliseconds).toBeLessThan(200);
  expect(spent.megabytes).toBeLessThan(50);
});

test("refuses a file of 200 MB by its size alone", async () => {
  const bytes = Buffer.alloc(200_000_000);

  const spent = await cost(async () => expect((await refusalOf(() => readSheetInWorker(bytes, "a.csv"))).code).toBe("sheet.large.file"));

  expect(spent.milliseconds).toBeLessThan(200);
  expect(spent.megabytes).toBeLessThan(50);
});

test.each([
  ["a path out of the folder", "../evil.xml"],
  ["a path from the root", "/etc/evil.xml"],
  ["a drive", "C:evil.xml"],
  ["a backslash", "xl\\evil.xml"],
  ["a name that is there twice", "xl/workbook.xml"],
])("refuses an archive with %s", async (_what, name) => {
  const bytes = anArchive([...workbookParts(), { name, content: "" }]);

  const refusal = await refusalOf(() => checkSheet(bytes, "a.xlsx"));

  expect(refusal.code).toBe("sheet.entry.unsafe");
});

test("refuses entities that multiply", async () => {
  const bytes = anArchive([
    ...workbookParts(),
    { name: "xl/worksheets/sheet1.xml", content: '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>' },
  ]);

  const refusal = await refusalOf(() => readSheet(bytes, "a.xlsx"));

  expect(refusal.code).toBe("sheet.entry.unsafe");
});

const oldFile = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
test.each([
  ["sheet.kind.old", "名册.xls", oldFile],
  ["sheet.locked", "名册.xlsx", Buffer.concat([oldFile, Buffer.from("EncryptedPackage", "utf16le")])],
  ["sheet.empty", "名册.csv", Buffer.alloc(0)],
  ["sheet.kind.unknown", "名册.xls", Buffer.from("<html><table></table></html>")],
  ["sheet.kind.unknown", "名册.xlsx", Buffer.from("姓名,电话")],
  ["sheet.kind.unknown", "文件.docx", anArchive([{ name: "word/document.xml", content: "<a/>" }])],
  ["sheet.damaged", "名册.xlsx", aWorkbook("<sheetData/>").subarray(0, 300)],
  ["sheet.damaged", "名册.xlsx", aWorkbook("<sheetData><row")],
  ["sheet.encoding.unknown", "名册.csv", Buffer.from([0x50, 0, 0xff, 0x81])],
  ["sheet.quote.open", "名册.csv", Buffer.from('姓名\n"何志远,1')],
])("refuses with %s a file named %s", async (code, name, bytes) => {
  const refusal = await refusalOf(() => readSheet(bytes, name));

  expect(refusal.code).toBe(code);
  expect(refusal.message).toContain(name);
  expect(refusal.textIn("en")).toMatch(/^[\x20-\x7e“”名册文件]+$/);
});

test.each([
  ["sheet.large.rows", { rows: 2 }],
  ["sheet.large.columns", { columns: 1 }],
  ["sheet.large.cells", { cells: 3 }],
  ["sheet.large.entries", { entries: 1 }],
])("refuses with %s", async (code, limit) => {
  const bytes = aWorkbook('<sheetData><row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>');

  const refusal = await refusalOf(() => readSheet(bytes, "a.xlsx", { ...usualLimits, ...limit }));

  expect(refusal.code).toBe(code);
});

test("refuses or reads whatever is damaged, and never fails in another way", () => {
  const whole = aWorkbook('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" s="0"><v>19900001234</v></c></row></sheetData>');
  const damage = fc.array(fc.record({ at: fc.nat(whole.length - 1), by: fc.nat(255) }), { minLength: 1, maxLength: 6 });

  fc.assert(
    fc.property(damage, fc.nat(40), (changes, cut) => {
      const bytes = Buffer.from(whole.subarray(0, whole.length - cut));
      for (const { at, by } of changes) if (at < bytes.length) bytes[at] = by;

      expect(readsOrRefuses(bytes)).toBe(true);
    }),
    { seed: 61, numRuns: 2_000 },
  );
});

test("takes no row or column that does not exist", async () => {
  for (const place of ['<row r="x"><c><v>1</v></c></row>', '<row r="0"><c r="A0"><v>1</v></c></row>', '<row r="-1"><c><v>1</v></c></row>']) {
    const refusal = await refusalOf(() => readSheet(aWorkbook(`<sheetData>${place}</sheetData>`), "a.xlsx"));

    expect(refusal.code).toBe("sheet.damaged");
  }
});

function readsOrRefuses(bytes: Uint8Array): boolean {
  try {
    return readSheet(bytes, "a.xlsx").sheets.length >= 0;
  } catch (error) {
    return error instanceof DocumentRefused;
  }
}
