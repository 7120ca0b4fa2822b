/** What a cell held in the file: a date is a number shown as a date. */
export type CellKind = "text" | "number" | "date" | "yesNo" | "error";

/** One cell that is not empty. */
export interface SheetCell {
  /** As people say it: `D7`. */
  readonly address: string;
  /** From 1. */
  readonly row: number;
  /** From 1: A is 1. */
  readonly column: number;
  readonly kind: CellKind;
  /** The text as it stands; dates as `2026-09-08` or `2026-09-08 15:00`, numbers in plain decimals. */
  readonly raw: string;
  /** The same after `normaliseText`. */
  readonly text: string;
  /** The cell is computed: `raw` is the value the program saved, never computed here; empty when it saved none. */
  readonly isFormula?: boolean;
  /** The cell lies inside a merged area and repeats the text of this address. */
  readonly mergedFrom?: string;
}

/** The cells of one row that are not empty, by rising column. */
export interface SheetRow {
  /** From 1. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

/** One visible sheet: its rows that hold anything, from the top. */
export interface SheetGrid {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** A whole file: visible sheets in order; hidden ones are named, not read. */
export interface SheetBook {
  readonly sheets: readonly SheetGrid[];
  readonly hiddenSheets: readonly string[];
}

/** What a file may be at most. */
export interface SheetLimits {
  /** The file itself, in bytes. */
  readonly fileBytes: number;
  /** All that is packed inside, unpacked, in bytes: declared and real. */
  readonly unpackedBytes: number;
  /** Files packed inside. */
  readonly entries: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells that are not empty, repeated ones of merged areas included. */
  readonly cells: number;
}

/** Enough for a roster of 20,000 people; a sheet within it is read in 256 MB. */
export const usualLimits: SheetLimits = { fileBytes: 20_000_000, unpackedBytes: 32_000_000, entries: 1_000, rows: 50_000, columns: 256, cells: 400_000 };
