import { expect, test } from "vitest";
import { readSheet } from "../read-sheet/read-sheet.js";
import { writeCsv } from "../write-sheet/write-csv.js";
import { writeLedger } from "../write-sheet/write-ledger.js";
import { hasOffice, partOf, reopen } from "./test-office.js";

const dangerous = ["=1+1", "+1+1", "-1+1", "@SUM(1+1)", "\t=1+1", '=HYPERLINK("http://127.0.0.1/"&A1)', "＝1+1", " =1+1", '"=1', "=cmd|' /C calc'!A0"];
const columns = [
  { header: "序号", kind: "number" },
  { header: "事项名称", kind: "text" },
  { header: "联系方式", kind: "text" },
  { header: "完成时限", kind: "date" },
] as const;
const rows = dangerous.map((text, index) => [index + 1, text, "199********", "2026-09-20"] as const);
const ledger = () =>
  writeLedger({ title: "议定事项台账", organisation: "=1+1", filledBy: "+王秀珍", date: "2026-09-08", columns, rows, stamp: "2026-09-10T01:00:00Z" });
const formulas = (file: Uint8Array) => partOf(file, "xl/worksheets/sheet1.xml").match(/<f[ >]/g) ?? [];
const cellsOf = (file: Uint8Array) =>
  readSheet(file, "a.xlsx")
    .sheets[0]!.rows.map((row) => row.cells.filter(({ mergedFrom }) => !mergedFrom).map(({ kind, raw }) => [kind, raw]))
    .filter((row) => row.length > 0);

test.skipIf(!hasOffice)(
  "LibreOffice (skipped where it is missing) reads every cell of a ledger with its type, and evaluates nothing a user typed",
  { timeout: 300_000 },
  async () => {
    const files = { "ledger.xlsx": await ledger(), "export.csv": writeCsv([["事项名称"], ...dangerous.map((text) => [text])]) };

    const opened = reopen(files, "xlsx");

    expect(cellsOf(opened["ledger.xlsx"]!)).toEqual(cellsOf(files["ledger.xlsx"]));
    expect(cellsOf(files["ledger.xlsx"])[3]).toEqual([
      ["number", "1"],
      ["text", "=1+1"],
      ["text", "199********"],
      ["date", "2026-09-20"],
    ]);
    expect(Object.values(opened).map(formulas)).toEqual([[], []]);
  },
);
