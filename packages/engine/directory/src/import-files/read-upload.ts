import {
  chooseSheet,
  columnLetters,
  DocumentRefused,
  normaliseText,
  readSheetInWorker,
  readTable,
  tellRemark,
  writeAddress,
  type ColumnSet,
  type Language,
  type Remark,
  type SheetBook,
  type SheetGrid,
  type Table,
} from "@lianxin/documents";
import { errors } from "../errors.js";

/** Cells as the reader mended them: "D7" → text. */
export type Mended = Readonly<Record<string, string>>;
/** Which heading stands for a field: field → heading. */
export type Mapping = Readonly<Record<string, string>>;
/** Something said about a cell. */
export interface CellRemark {
  readonly address: string;
  readonly line: number;
  readonly field: string;
  readonly text: string;
  /** The kind of finding: cells of one code and field can be mended alike. */
  readonly code: string;
}
/** A cell to mend, and the heading that has to be put above it where its column is new. */
export interface MendCell {
  readonly field: string;
  readonly address: string;
  readonly heading: { readonly address: string; readonly text: string } | null;
}
export interface ReadFile {
  /** The cells as they were read, with those that were mended. */
  readonly grid: SheetGrid;
  readonly sheet: string;
  readonly table: Table<ColumnSet>;
  readonly headings: readonly string[];
  readonly problems: readonly CellRemark[];
  readonly corrections: readonly CellRemark[];
  addressOf(field: string, line: number): string;
  /** Where a field of a line is written when it is mended; a field without a column gets the first free one, with its heading. */
  mendAt(field: string, line: number): MendCell;
  headingAt(column: number): string | null;
}

const toRemark =
  (language: Language) =>
  (remark: Remark): CellRemark => ({ address: remark.address, line: remark.row, field: remark.field, text: tellRemark(remark, language), code: remark.code });

function mend(grid: SheetGrid, mended: Mended): SheetGrid {
  const rows = grid.rows.map((row) => ({
    ...row,
    cells: row.cells
      .map((cell) =>
        Object.hasOwn(mended, cell.address)
          ? { ...cell, kind: "text" as const, raw: mended[cell.address]!, text: normaliseText(mended[cell.address]!), isFormula: false }
          : cell,
      )
      .filter((cell) => cell.text !== ""),
  }));
  return { ...grid, rows: rows.map((row) => ({ ...row, cells: [...row.cells, ...fillEmpty(row, mended)].sort((a, b) => a.column - b.column) })) };
}

function fillEmpty({ number, cells }: SheetGrid["rows"][number], mended: Mended) {
  return Object.entries(mended).flatMap(([address, raw]) => {
    const [, letters = "", row] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const text = normaliseText(raw);
    return Number(row) !== number || !column || text === "" || cells.some((c) => c.column === column)
      ? []
      : [{ address, row: number, column, kind: "text" as const, raw, text }];
  });
}

/** The columns with the headings the reader chose; a heading given to one field is taken from all others. */
export function withMapping(columns: ColumnSet, mapping: Mapping): ColumnSet {
  const chosen = new Set(Object.values(mapping));
  return Object.fromEntries(
    Object.entries(columns).map(([field, column]) => {
      const own = Object.hasOwn(mapping, field) ? [mapping[field]!] : [column.header, ...(column.synonyms ?? [])].filter((heading) => !chosen.has(heading));
      return [field, { ...column, synonyms: own, header: own.includes(column.header) || own.length === 0 ? column.header : own[0]! }];
    }),
  );
}

/** Reads a file from outside in a worker and by its columns. Throws fileUnreadable with the reason, fileEmpty. */
export async function readUpload(
  { bytes, name }: { bytes: Uint8Array; name: string },
  columns: ColumnSet,
  how: { mapping: Mapping; mended: Mended; language: Language },
): Promise<ReadFile> {
  try {
    const book = await readSheetInWorker(bytes, name);
    return readBook(book, withMapping(columns, how.mapping), how);
  } catch (error) {
    if (error instanceof DocumentRefused) throw errors.fileUnreadable({ reason: error.textIn(how.language) }, "body.file");
    throw error;
  }
}

const mendAtOf = (grid: SheetGrid, { header }: Table<ColumnSet>) => {
  const free = Math.max(0, ...grid.rows.flatMap(({ cells }) => cells.map(({ column }) => column))) + 1;
  return (field: string, line: number): MendCell =>
    header.columns.has(field)
      ? { field, address: writeAddress(header.columns.get(field)!, line), heading: null }
      : { field, address: writeAddress(free, line), heading: { address: writeAddress(free, header.row), text: field } };
};

function readBook(book: SheetBook, columns: ColumnSet, { mended, language }: { mended: Mended; language: Language }): ReadFile {
  const chosen = chooseSheet(book, columns);
  if (!chosen) throw errors.fileEmpty({}, "body.file");
  const grid = mend(chosen, mended);
  const table = readTable(grid, columns);
  const { header } = table;
  const tell = toRemark(language);
  const titles = chosen.rows.find((row) => row.number === header.row)?.cells ?? [];
  return {
    grid,
    sheet: chosen.name,
    table,
    headings: [...new Set(titles.map((cell) => cell.text))],
    problems: table.problems.map(tell),
    corrections: table.corrections.map(tell),
    addressOf: (field, line) => (header.columns.has(field) ? writeAddress(header.columns.get(field)!, line) : `${columnLetters(1)}${line}`),
    mendAt: mendAtOf(grid, table),
    headingAt: (column) => titles.find((cell) => cell.column === column)?.text ?? null,
  };
}
