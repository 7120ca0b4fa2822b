import { columnLetters, writeAddress } from "../read-sheet/cell-address.js";
import type { SheetCell, SheetRow } from "../read-sheet/sheet-grid.js";
import type { ColumnSet, Remark } from "./column.js";

/** Where the columns of a sheet are. */
export interface Header {
  /** The row of the headings, from 1. */
  readonly row: number;
  /** The column number of each field that was found. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headings nobody asked for, by address. */
  readonly unknown: readonly { readonly address: string; readonly text: string }[];
  /** Columns that must be there and are not, or are there twice. */
  readonly problems: readonly Remark[];
  /** What stands above: title, 填报单位, 填报人. */
  readonly preamble: readonly string[];
}

/** How far down a header is looked for. */
export const headerRows = 20;

/** A heading without spaces, remarks in brackets, marks and colons, in lower case: how headings are compared. */
export function foldHeader(text: string): string {
  const bare = text
    .slice(0, 100)
    .replace(/[\s*＊★:：、]/g, "")
    .toLowerCase();
  return bare.replace(/[（(【[][^）)】\]]*[）)】\]]/g, "") || bare;
}

/**
 * Finds the row of headings: among the first rows, the one that names most fields, the upper one when two do. Undefined when no row names at
 * least two (one, when only one is asked for). Linear in the cells of those rows.
 */
export function findHeader(rows: readonly SheetRow[], columns: ColumnSet): Header | undefined {
  const fieldOf = fieldsByHeading(columns);
  const head = rows.filter((row) => row.number <= (rows[0]?.number ?? 1) + headerRows);
  const named = head.map((row) => ({
    row,
    fields: new Set(row.cells.map((cell) => fieldOf.get(foldHeader(cell.text))).filter((field) => field !== undefined)),
  }));
  const best = named.reduce<(typeof named)[number] | undefined>((top, one) => (one.fields.size > (top?.fields.size ?? 0) ? one : top), undefined);
  if (!best || best.fields.size < Math.min(2, Object.keys(columns).length)) return undefined;
  return describeHeader(best.row, rows, columns, fieldOf);
}

function fieldsByHeading(columns: ColumnSet): Map<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([field, { header, synonyms = [] }]) => [header, ...synonyms].map((name) => [foldHeader(name), field] as const)),
  );
}

function describeHeader(row: SheetRow, rows: readonly SheetRow[], columns: ColumnSet, fieldOf: ReadonlyMap<string, string>): Header {
  const found = new Map<string, number>();
  const unknown: SheetCell[] = [];
  const problems: Remark[] = [];
  for (const cell of row.cells) {
    const field = fieldOf.get(foldHeader(cell.text));
    if (field === undefined) unknown.push(cell);
    else if (!found.has(field)) found.set(field, cell.column);
    else if (!cell.mergedFrom) problems.push(remark(row.number, cell.column, field, "column.twice", columns));
  }
  const next = (row.cells.at(-1)?.column ?? 0) + 1;
  for (const [field, column] of Object.entries(columns))
    if ((column.mustExist || column.isRequired) && !found.has(field)) problems.push(remark(row.number, next, field, "column.missing", columns));
  const preamble = [...new Set(rows.filter((one) => one.number < row.number).flatMap((one) => one.cells.map((cell) => cell.text)))];
  return { row: row.number, columns: found, unknown: unknown.map(({ address, text }) => ({ address, text })), problems, preamble };
}

function remark(row: number, column: number, field: string, code: "column.twice" | "column.missing", columns: ColumnSet): Remark {
  return { address: writeAddress(column, row), row, column: columnLetters(column), field, code, params: { header: columns[field]?.header ?? field } };
}
