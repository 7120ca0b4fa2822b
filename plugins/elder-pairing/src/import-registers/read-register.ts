import {
  chooseSheet,
  DocumentRefused,
  readSheetInWorker,
  readTable,
  tellRemark,
  writeAddress,
  type CellKind,
  type ColumnSet,
  type Language,
  type TableRow,
} from "@lianxin/documents";
import { errors } from "../errors.js";
import { mendCells, type Mended } from "./mend-cells.js";

/** A line on its way through the browser: every cell as text that its reader reads again. */
export interface TextLine {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  /** Whoever is on the register as gone is here again: without it such a line is left out. */
  readonly returns?: boolean;
  /** Who of the register the line means, though it is known by another key there: they take over the line's. */
  readonly sameAs?: string;
}
/** Something said about a cell. */
export interface CellRemark {
  readonly address: string;
  readonly line: number;
  readonly text: string;
  /** What stands in it. */
  readonly now: string;
  /** It names a village the directory does not have: the same name in other lines is mended with it. */
  readonly isPlace?: boolean;
  /** It is said of the headings, of no cell: the sheet itself is mended, no box does it. */
  readonly isHeading?: boolean;
}
export interface ReadFile {
  readonly rows: readonly TableRow<ColumnSet>[];
  readonly problems: readonly CellRemark[];
  readonly corrections: readonly CellRemark[];
  readonly skipped: number;
  /** The heading row is complete. */
  readonly isSound: boolean;
  readonly headingRow: number;
  addressOf(field: string, line: number): string | undefined;
  nowAt(address: string): string;
}

const asText = (value: unknown): string => (value === true ? "是" : value === false ? "否" : String(value));

export const toText = (line: number, values: Readonly<Record<string, unknown>>): TextLine => ({
  line,
  values: Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field, asText(value)]]))),
});

/** Reads a line's texts by its columns. Throws lineWrong with the first field that is missing or does not read. */
export function fromText(columns: ColumnSet, { line, values }: TextLine, field: string): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    const text = Object.hasOwn(values, name) ? values[name]! : "";
    const reading = text === "" ? undefined : column.read(text, "text" satisfies CellKind);
    if (reading ? "code" in reading : column.isRequired) throw errors.lineWrong({ line, header: column.header }, field);
    read[name] = reading && "value" in reading ? reading.value : undefined;
  }
  return read;
}

/** Reads an uploaded sheet in a worker and by its columns. Throws fileUnreadable with the reason, fileEmpty. */
export async function readRegister(
  file: { readonly bytes: Uint8Array; readonly name: string },
  columns: ColumnSet,
  { language, mended }: { readonly language: Language; readonly mended: Mended },
): Promise<ReadFile> {
  try {
    const sheet = chooseSheet(await readSheetInWorker(file.bytes, file.name), columns);
    const grid = sheet && mendCells(sheet, mended);
    const table = grid && readTable(grid, columns);
    if (!table || table.rows.length === 0) throw errors.fileEmpty({}, "body.file");
    const { header } = table;
    const cells = new Map(grid!.rows.flatMap((row) => row.cells.map((cell) => [cell.address, cell.raw])));
    const tell = (remark: Parameters<typeof tellRemark>[0]): CellRemark => ({
      address: remark.address,
      now: cells.get(remark.address) ?? "",
      line: remark.row,
      text: tellRemark(remark, language),
    });
    return {
      rows: table.rows,
      problems: table.problems.map(tell),
      corrections: table.corrections.map(tell),
      skipped: table.skipped.length,
      nowAt: (address) => cells.get(address) ?? "",
      headingRow: header.row,
      isSound: header.problems.length === 0,
      addressOf: (field, line) => (header.columns.has(field) ? writeAddress(header.columns.get(field)!, line) : undefined),
    };
  } catch (error) {
    if (error instanceof DocumentRefused) throw errors.fileUnreadable({ reason: error.textIn(language) }, "body.file");
    throw error;
  }
}
