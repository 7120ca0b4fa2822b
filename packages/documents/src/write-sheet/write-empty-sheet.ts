import type ExcelJS from "exceljs";
import { columnLetters } from "../read-sheet/cell-address.js";
import type { Column, ColumnSet } from "../read-table/column.js";
import { countWidth } from "./sheet-text.js";
import { fitSheetName, newBook } from "./write-ledger.js";

/** A sheet to be filled in and imported. */
export interface EmptySheet {
  /** What it is a list of; the name of the sheet. */
  readonly title: string;
  readonly columns: ColumnSet;
  /** When the file was written, UTC ISO text. */
  readonly stamp: string;
}

/** So many rows offer their choices; more may be filled in. */
const offeredRows = 2_000;
/** Excel takes no longer list of choices in a cell. */
const longestList = 250;
const needed = "FFFFF2CC";
const plain = "FFEDEDED";
const font = { name: "宋体", size: 11 };

/**
 * An .xlsx file with the headings an import reads and nothing else to be taken out again: what must be filled in is yellow, cells with a few
 * answers offer them, every cell is text, so that no telephone becomes a number. A second sheet says of each column how it is filled in; the
 * import reads the first alone. Linear in the columns.
 */
export async function writeEmptySheet({ title, columns, stamp }: EmptySheet): Promise<Uint8Array> {
  const book = await newBook(stamp);
  const shown = Object.values(columns).filter((column) => !column.isRowNumber);
  const sheet = book.addWorksheet(fitSheetName(title), { views: [{ state: "frozen", ySplit: 1 }] });
  shown.forEach((column, index) => addColumn(sheet, column, index + 1));
  sheet.getRow(1).height = 24;
  sheet.pageSetup = { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "1:1" };
  explain(book.addWorksheet("怎么填"), shown);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const isNeeded = ({ isRequired, mustExist }: Column<unknown>): boolean => (isRequired ?? false) || (mustExist ?? false);

function addColumn(sheet: ExcelJS.Worksheet, column: Column<unknown>, at: number): void {
  const { choices, isSeveral } = column.read.takes ?? {};
  Object.assign(sheet.getColumn(at), { width: Math.max(12, countWidth(column.header) + 4), numFmt: "@", font });
  head(sheet.getCell(1, at), column.header, isNeeded(column) ? needed : plain);
  const list = `"${choices?.join(",")}"`;
  if (!choices || isSeveral || list.length > longestList) return;
  const letter = columnLetters(at);
  const cells = (sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }).dataValidations;
  // Other words for the same are read too, so none is refused by the sheet.
  cells.add(`${letter}2:${letter}${offeredRows}`, { type: "list", allowBlank: true, showErrorMessage: false, formulae: [list] });
}

function head(cell: ExcelJS.Cell, text: string, colour: string): void {
  Object.assign(cell, {
    value: text,
    font: { ...font, bold: true },
    alignment: { horizontal: "center", vertical: "middle" },
    fill: { type: "pattern", pattern: "solid", fgColor: { argb: colour } },
  });
}

function explain(sheet: ExcelJS.Worksheet, columns: readonly Column<unknown>[]): void {
  ["表头", "要填吗", "怎么填"].forEach((text, index) => head(sheet.getCell(1, index + 1), text, plain));
  columns.forEach((column, index) => {
    const cells = [column.header, isNeeded(column) ? "必填" : "可不填", sayHow(column)];
    cells.forEach((text, at) => Object.assign(sheet.getCell(index + 2, at + 1), { value: text, font, alignment: { wrapText: true, vertical: "top" } }));
  });
  [20, 10, 70].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
}

function sayHow({ read, sample }: Column<unknown>): string {
  const { choices, isSeveral, sample: usual } = read.takes ?? {};
  if (choices) return `${isSeveral ? "可填几个，用顿号隔开：" : "填一个："}${choices.join("、")}`;
  const example = sample ?? usual;
  return example ? `例如 ${example}` : "写文字";
}
