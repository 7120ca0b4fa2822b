import type ExcelJS from "exceljs";
import type { Language } from "../document-refused.js";
import { readAddress, writeAddress } from "../read-sheet/cell-address.js";
import type { SheetGrid } from "../read-sheet/sheet-grid.js";
import type { Remark } from "../read-table/column.js";
import { tellRemark } from "../read-table/problem-texts.js";
import { countWidth, fitCellText } from "./sheet-text.js";
import { fitSheetName, newBook } from "./write-ledger.js";

/** What a caller found in a cell, in its own words. */
export interface Told {
  readonly address: string;
  readonly row: number;
  /** The whole sentence, with the place of the cell. */
  readonly text: string;
}
type Finding = Remark | Told;

/** A sheet that came in, with what was found in it. */
export interface AnnotatedSheet {
  readonly grid: SheetGrid;
  readonly problems: readonly Finding[];
  readonly corrections?: readonly Finding[];
  readonly language?: Language;
  /** When the file was written, UTC ISO text. */
  readonly stamp: string;
}

const colours = { problem: "FFFFC7CE", correction: "FFFFEB9C" };
const tell = (finding: Finding, language: Language): string => ("text" in finding ? finding.text : tellRemark(finding, language));
const headings: Record<Language, string> = { "zh-CN": "需要改正：", en: "To be mended:" };

/**
 * The sheet that came in as an .xlsx file to be mended and uploaded again: each cell as text, problems in red with a comment on the cell,
 * corrections in yellow, and a last column that says what to mend in each row, since comments are not printed. Linear in the cells.
 */
export async function writeAnnotated({ grid, problems, corrections = [], language = "zh-CN", stamp }: AnnotatedSheet): Promise<Uint8Array> {
  const book = await newBook(stamp);
  const sheet = book.addWorksheet(fitSheetName(grid.name));
  writeCells(sheet, grid);
  mark(sheet, corrections, colours.correction, language);
  mark(sheet, problems, colours.problem, language);
  listProblems(sheet, grid, problems, language);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writeCells(sheet: ExcelJS.Worksheet, grid: SheetGrid): void {
  const areas = new Map<string, { row: number; column: number }>();
  for (const { row, column, address, raw, mergedFrom } of grid.rows.flatMap((one) => one.cells)) {
    if (mergedFrom) areas.set(mergedFrom, { row, column });
    else Object.assign(sheet.getCell(address), { value: fitCellText(raw), numFmt: "@" });
  }
  for (const [from, { row, column }] of areas) mergeIfFree(sheet, `${from}:${writeAddress(column, row)}`);
  countWidths(grid).forEach((width, column) => (sheet.getColumn(column).width = width));
  sheet.pageSetup = { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
}

// A damaged file may name areas that overlap; the writer throws at the second, and the sheet is readable without it.
function mergeIfFree(sheet: ExcelJS.Worksheet, area: string): void {
  try {
    sheet.mergeCells(area);
  } catch {
    return;
  }
}

function countWidths(grid: SheetGrid): Map<number, number> {
  const widths = new Map<number, number>();
  const own = grid.rows.flatMap((row) => row.cells.filter((cell, index) => !cell.mergedFrom && row.cells[index + 1]?.mergedFrom !== cell.address));
  for (const { column, raw } of own) widths.set(column, Math.max(widths.get(column) ?? 8, Math.min(40, countWidth(raw) + 2)));
  return widths;
}

function mark(sheet: ExcelJS.Worksheet, remarks: readonly Finding[], colour: string, language: Language): void {
  const byAddress = new Map<string, string[]>();
  for (const remark of remarks) byAddress.set(remark.address, [...(byAddress.get(remark.address) ?? []), tell(remark, language)]);
  for (const [address, texts] of byAddress) {
    const cell = sheet.getCell(address);
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: colour } };
    cell.note = fitCellText(texts.join("\n"));
  }
}

function listProblems(sheet: ExcelJS.Worksheet, grid: SheetGrid, problems: readonly Finding[], language: Language): void {
  if (problems.length === 0) return;
  const used = [...grid.rows.map((row) => row.cells.at(-1)?.column ?? 0), ...problems.map((problem) => readAddress(problem.address)?.column ?? 0)];
  const column = used.reduce((most, one) => Math.max(most, one), 0) + 1;
  const byRow = new Map<number, string[]>();
  for (const problem of problems) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), tell(problem, language)]);
  for (const [row, texts] of byRow) {
    const told = fitCellText(headings[language] + texts.join("；"));
    sheet.getCell(row, column).value = told;
    sheet.getRow(row).height = Math.min(409, 4 + 15 * Math.ceil(countWidth(told) / 56));
  }
  Object.assign(sheet.getColumn(column), { width: 60, alignment: { wrapText: true, vertical: "top" } });
}
