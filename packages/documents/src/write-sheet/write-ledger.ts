import type ExcelJS from "exceljs";
import { columnLetters } from "../read-sheet/cell-address.js";
import { countWidth, fitCellText } from "./sheet-text.js";
import type { CellValue } from "./write-csv.js";

/** One column of a ledger. Phones and identity numbers are `text`; a `date` cell takes `2026-09-08`. */
export interface LedgerColumn {
  readonly header: string;
  readonly kind: "text" | "number" | "date";
}

/** A ledger (台账) with its three heading rows. */
export interface Ledger {
  readonly title: string;
  /** 填报单位. */
  readonly organisation?: string;
  /** 填报人. */
  readonly filledBy: string;
  /** `2026-09-08`. */
  readonly date: string;
  readonly columns: readonly LedgerColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** When the file was written, UTC ISO text. */
  readonly stamp: string;
  /** Name of the sheet; the title when left out. */
  readonly sheetName?: string;
}

/** How an .xlsx file is called where its type is told. */
export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const line = { style: "thin" as const };
const box = { top: line, left: line, bottom: line, right: line };
const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 };
const centre = { horizontal: "center" as const, vertical: "middle" as const, wrapText: true };

/**
 * A ledger as the bytes of an .xlsx file: merged title, 填报单位 / 填报人 / 日期, headings that repeat on each page, A4 across. Texts are text
 * cells whatever they begin with; no cell is a formula. Linear in the cells.
 */
export const writeLedger = async (ledger: Ledger): Promise<Uint8Array> => writeLedgerBook([ledger]);

/** Several ledgers as one file, a sheet each, in their order; there is at least one. Linear in the cells. */
export async function writeLedgerBook(ledgers: readonly Ledger[]): Promise<Uint8Array> {
  const book = await newBook(ledgers[0]!.stamp);
  for (const ledger of ledgers) addLedger(book, ledger);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addLedger(book: ExcelJS.Workbook, ledger: Ledger): void {
  const sheet = book.addWorksheet(fitSheetName(ledger.sheetName ?? ledger.title), { views: [{ state: "frozen", ySplit: 3 }] });
  writeHeading(sheet, ledger);
  const widths = countWidths(ledger);
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  for (const values of ledger.rows) writeRow(sheet, ledger.columns, values).height = countHeight(values, widths);
  sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: ledger.columns.length } };
  sheet.pageSetup = {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "1:3",
    horizontalCentered: true,
    margins,
  };
  sheet.headerFooter.oddFooter = "第 &P 页，共 &N 页";
}

/** A workbook whose own dates come from the stamp, not from the machine. The library is loaded with the first one: a start needs none. */
export async function newBook(stamp: string): Promise<ExcelJS.Workbook> {
  const { Workbook } = (await import("exceljs")).default;
  const book = new Workbook();
  book.creator = book.lastModifiedBy = "莲心";
  book.created = book.modified = new Date(stamp);
  return book;
}

/** A name Excel takes for a sheet: at most 31 characters, none of `\ / ? * [ ] :`, no apostrophe at its ends. */
export function fitSheetName(name: string): string {
  const clean = fitCellText(name)
    .replace(/[\\/?*[\]:\s]+/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim();
  return [...clean].slice(0, 28).join("").trim() || "台账";
}

function writeHeading(sheet: ExcelJS.Worksheet, { title, organisation, filledBy, date, columns }: Ledger): void {
  const [year, month, day] = date.split("-").map(Number);
  const filled = [organisation && `填报单位：${organisation}`, `填报人：${filledBy}`, `日期：${year}年${month}月${day}日`].filter(Boolean).join("　　");
  const last = columnLetters(columns.length);
  sheet.addRow([fitCellText(title)]).height = 34;
  sheet.addRow([fitCellText(filled)]).height = 22;
  sheet.addRow(columns.map((column) => fitCellText(column.header))).height = 26;
  if (columns.length > 1) for (const row of [1, 2]) sheet.mergeCells(`A${row}:${last}${row}`);
  Object.assign(sheet.getCell("A1"), { font: { name: "宋体", size: 18, bold: true }, alignment: centre });
  Object.assign(sheet.getCell("A2"), { font: { name: "宋体", size: 12 }, alignment: { vertical: "middle" } });
  sheet.getRow(3).eachCell((cell) =>
    Object.assign(cell, {
      font: { name: "宋体", size: 12, bold: true },
      alignment: centre,
      border: box,
      fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFEDEDED" } },
    }),
  );
}

function writeRow(sheet: ExcelJS.Worksheet, columns: readonly LedgerColumn[], values: readonly CellValue[]): ExcelJS.Row {
  const row = sheet.addRow(columns.map(({ kind }, index) => cellValue(kind, values[index] ?? null)));
  columns.forEach(({ kind }, index) => {
    const cell = row.getCell(index + 1);
    Object.assign(cell, {
      font: { name: "宋体", size: 11 },
      border: box,
      alignment: { vertical: "middle", wrapText: true, horizontal: kind === "text" ? "left" : "center" },
    });
    if (kind === "text") cell.numFmt = "@";
    if (kind === "date") cell.numFmt = "yyyy-mm-dd";
  });
  return row;
}

function cellValue(kind: LedgerColumn["kind"], value: CellValue): string | number | Date | null {
  if (value === null || value === "") return null;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (kind === "number" && typeof value === "number" && Number.isFinite(value)) return value;
  if (kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) return new Date(`${value}T00:00:00Z`);
  return fitCellText(String(value));
}

/** A column is never wider, in characters. */
const widestColumn = 32;
/** So many characters across A4 are still read on paper; a wider sheet is printed smaller, so its long texts are wrapped instead. */
const widestSheet = 210;

function countWidths({ columns, rows }: Ledger): number[] {
  const wanted = columns.map(({ header, kind }, index) => {
    const least = Math.min(widestColumn, Math.max(countWidth(header) + 4, kind === "date" ? 12 : 0));
    const widest = rows.slice(0, 500).reduce((most, row) => Math.max(most, countWidth(String(row[index] ?? "")) + 2), least);
    return { least, widest };
  });
  const upTo = (most: number) => wanted.map(({ least, widest }) => Math.max(least, Math.min(most, widest)));
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  let most = widestColumn;
  while (most > 1 && sum(upTo(most)) > widestSheet) most--;
  return upTo(most);
}

// Programs fit a row to its text only when someone edits it, so the height of wrapped rows is written; 409 points is the most Excel takes.
function countHeight(values: readonly CellValue[], widths: readonly number[]): number {
  const lines = values.map((value, index) => Math.ceil((countWidth(String(value ?? "")) + 1) / (widths[index] ?? 10)));
  return Math.min(409, 8 + 15 * Math.max(1, ...lines));
}
