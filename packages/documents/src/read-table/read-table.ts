import { DocumentRefused } from "../document-refused.js";
import { columnLetters, writeAddress } from "../read-sheet/cell-address.js";
import type { SheetBook, SheetCell, SheetGrid, SheetRow } from "../read-sheet/sheet-grid.js";
import type { Column, ColumnSet, Reading, Remark, ValuesOf } from "./column.js";
import { findHeader, foldHeader, headerRows, type Header } from "./find-header.js";

/** One row of data. */
export interface TableRow<C extends ColumnSet> {
  /** Its number in the sheet, from 1. */
  readonly row: number;
  readonly values: ValuesOf<C>;
  /** None of its cells has a problem. */
  readonly isSound: boolean;
}

/** A sheet read by its columns. */
export interface Table<C extends ColumnSet> {
  readonly sheet: string;
  readonly header: Header;
  readonly rows: readonly TableRow<C>[];
  /** What must be mended, from the top; the problems of the header first. */
  readonly problems: readonly Remark[];
  /** What was changed on the way in, to be shown. */
  readonly corrections: readonly Remark[];
  /** Rows that are no data: empty but for a number, headings repeated on a new page, notes and sums. */
  readonly skipped: readonly { readonly row: number; readonly reason: "blank" | "header" | "note" }[];
}

/** The first sheet that has these columns; the first sheet when none has. */
export function chooseSheet(book: SheetBook, columns: ColumnSet): SheetGrid | undefined {
  return book.sheets.find((sheet) => findHeader(sheet.rows, columns)) ?? book.sheets[0];
}

/**
 * Reads the rows below the header by the column specification. 同上 repeats the row above, 无 and strokes are empty; a repeated header, a note over the whole width, a sum
 * and a row with nothing but its number are skipped and listed. Throws `DocumentRefused` when there is no header. Linear in the cells.
 */
export function readTable<C extends ColumnSet>(grid: SheetGrid, columns: C): Table<C> {
  const header = findHeader(grid.rows, columns);
  if (!header) throw new DocumentRefused("sheet.header.missing", { rows: headerRows, columns: listHeadings(columns) });
  const reading = new TableReading(columns, header);
  for (const row of grid.rows) if (row.number > header.row) reading.take(row);
  return {
    sheet: grid.name,
    header,
    rows: reading.rows,
    problems: [...header.problems, ...reading.problems],
    corrections: reading.corrections,
    skipped: reading.skipped,
  };
}

function listHeadings(columns: ColumnSet): string {
  const all = Object.values(columns);
  const needed = all.filter((column) => column.mustExist || column.isRequired);
  return (needed.length > 0 ? needed : all).map((column) => column.header).join("、");
}

class TableReading<C extends ColumnSet> {
  readonly rows: TableRow<C>[] = [];
  readonly problems: Remark[] = [];
  readonly corrections: Remark[] = [];
  readonly skipped: { row: number; reason: "blank" | "header" | "note" }[] = [];
  readonly #above = new Map<string, SheetCell>();

  constructor(
    private readonly columns: C,
    private readonly header: Header,
  ) {}

  take(row: SheetRow): void {
    const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
    const mapped = [...this.header.columns].map(([field, column]) => ({ field, column, cell: cells.get(column) }));
    const reason = this.#reasonToSkip(row, mapped);
    if (reason) return void this.skipped.push({ row: row.number, reason });
    const before = this.problems.length;
    const values: Record<string, unknown> = Object.fromEntries(Object.keys(this.columns).map((field) => [field, undefined]));
    for (const { field, column, cell } of mapped) values[field] = this.#valueOf(field, column, row.number, cell);
    this.rows.push({ row: row.number, values: values as ValuesOf<C>, isSound: this.problems.length === before });
  }

  #reasonToSkip(row: SheetRow, mapped: readonly { field: string; cell: SheetCell | undefined }[]): "blank" | "header" | "note" | undefined {
    const filled = mapped.filter(({ cell }) => cell !== undefined);
    if (filled.every(({ field }) => this.columns[field]?.isRowNumber)) return "blank";
    const isHeading = ({ field, cell }: { field: string; cell: SheetCell | undefined }) => this.#names(field).includes(foldHeader(cell?.text ?? ""));
    if (filled.length > 1 && filled.filter(isHeading).length > filled.length / 2) return "header";
    const origins = new Set(row.cells.map((cell) => cell.mergedFrom ?? cell.address));
    if (origins.size === 1 && row.cells.length > 2) return "note";
    return /^(合计|总计|小计|共计|注[:：]|备注[:：]|说明[:：]|填表说明|制表人|填报人|审核人)/.test(row.cells[0]?.text.replace(/\s/g, "") ?? "")
      ? "note"
      : undefined;
  }

  #names(field: string): string[] {
    const column = this.columns[field];
    return column ? [column.header, ...(column.synonyms ?? [])].map(foldHeader) : [];
  }

  #valueOf(field: string, columnNumber: number, row: number, own: SheetCell | undefined): unknown {
    const column = this.columns[field] as Column<unknown>;
    const note = (list: Remark[], code: Remark["code"], params: Remark["params"] = {}) =>
      list.push({ address: writeAddress(columnNumber, row), row, column: columnLetters(columnNumber), field, code, params });
    const isSame = own !== undefined && /^[-—]*(同上|同前|上同|〃|″|"|“|”)[-—]*$/.test(own.text.replace(/\s/g, ""));
    const cell = isSame ? this.#above.get(field) : own;
    if (isSame && !cell) return void note(this.problems, "cell.same.first", { value: own.text });
    if (isSame) note(this.corrections, "cell.same.above");
    if (!cell) this.#above.delete(field);
    if (!cell) return column.isRequired ? void note(this.problems, "cell.missing", { header: column.header }) : undefined;
    if (!column.isRequired && isNothing(cell.text)) {
      this.#above.delete(field);
      return void note(this.corrections, "cell.nothing", { value: cell.text });
    }
    this.#above.set(field, cell);
    const read = readCell(cell, column);
    if ("code" in read) return void note(this.problems, read.code, read.params);
    if (read.corrected && !isSame) note(this.corrections, read.corrected.code, read.corrected.params);
    return read.value;
  }
}

/** What people write where they have nothing to write; one cell that says so is taken for empty, and that is shown. */
const isNothing = (text: string): boolean => /^(无|没有|暂无|不详|未知|不清楚|[/\\]+|[-—–]+|n\/?a)$/i.test(text);

function readCell(cell: SheetCell, column: Column<unknown>): Reading<unknown> {
  if (cell.kind === "error") return { code: "cell.error", params: { value: cell.text } };
  if (cell.isFormula && cell.text === "") return { code: "cell.formula" };
  return column.read(cell.text, cell.kind);
}
