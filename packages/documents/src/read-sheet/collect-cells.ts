import { readAddress, writeAddress } from "./cell-address.js";
import { normaliseText } from "./normalise-text.js";
import type { CellKind, SheetCell, SheetLimits, SheetRow } from "./sheet-grid.js";
import { damaged, tooLarge } from "./zip-directory.js";

/** What a file says of one cell. */
export interface FoundCell {
  readonly column: number;
  readonly row: number;
  readonly raw: string;
  readonly kind: CellKind;
  readonly isFormula?: boolean;
}

/** Gathers the cells of a sheet within the limits and expands its merged areas. */
export class CellCollection {
  readonly #rows = new Map<number, Map<number, SheetCell>>();
  #count = 0;
  #lastColumn = 0;

  constructor(
    private readonly file: string,
    private readonly limits: SheetLimits,
  ) {}

  /** Keeps a cell that is not empty (a formula without a value is not empty). */
  add(found: FoundCell): void {
    const text = normaliseText(found.raw);
    if (text === "" && !found.isFormula) return;
    const { column, row, kind, raw, isFormula } = found;
    const cell = { address: writeAddress(column, row), row, column, kind, raw, text };
    this.#place(isFormula ? { ...cell, isFormula } : cell);
  }

  /** Repeats the text of the first cell of `A1:C1` over the area, as far as the sheet is used. */
  merge(range: string): void {
    const [from, to] = range.split(":").map(readAddress);
    const first = from && this.#rows.get(from.row)?.get(from.column);
    if (!from || !to || !first) return;
    const lastRow = Math.max(...(to.row > from.row ? [...this.#rows.keys()].filter((row) => row <= to.row) : [from.row]));
    for (let row = from.row; row <= lastRow; row++)
      for (let column = from.column; column <= Math.min(to.column, this.#lastColumn); column++) this.#repeat(first, column, row);
  }

  /** The rows that hold anything, from the top, their cells from the left. */
  rows(): SheetRow[] {
    const byColumn = (a: SheetCell, b: SheetCell) => a.column - b.column;
    return [...this.#rows].sort(([a], [b]) => a - b).map(([number, cells]) => ({ number, cells: [...cells.values()].sort(byColumn) }));
  }

  #repeat(first: SheetCell, column: number, row: number): void {
    if (column === first.column && row === first.row) return;
    const address = writeAddress(column, row);
    this.#place({ ...first, column, row, address, mergedFrom: first.address });
  }

  #place(cell: SheetCell): void {
    const { limits, file } = this;
    if (!(cell.row >= 1 && cell.column >= 1)) throw damaged(file, "cell address");
    if (cell.row > limits.rows) throw tooLarge(file, "rows", limits.rows, cell.row);
    if (cell.column > limits.columns) throw tooLarge(file, "columns", limits.columns, cell.column);
    if (++this.#count > limits.cells) throw tooLarge(file, "cells", limits.cells, this.#count);
    if (!cell.mergedFrom) this.#lastColumn = Math.max(this.#lastColumn, cell.column);
    const row = this.#rows.get(cell.row) ?? new Map<number, SheetCell>();
    this.#rows.set(cell.row, row.set(cell.column, cell));
  }
}
