import { readAddress, writeAddress, type SheetCell, type SheetGrid } from "@lianxin/documents";

/**
 * A sheet without some of its rows, what follows moved up. A cell merged with one of a row that goes keeps its text as its own. `rowOf` says where a row that stays stands now. O(cells).
 */
export function withoutRows({ name, rows }: SheetGrid, gone: ReadonlySet<number>): { readonly grid: SheetGrid; readonly rowOf: (row: number) => number } {
  const away = [...gone].toSorted((a, b) => a - b);
  const rowOf = (row: number): number => row - away.filter((one) => one < row).length;
  const moved = ({ mergedFrom, ...cell }: SheetCell): SheetCell => {
    const row = rowOf(cell.row);
    const from = mergedFrom === undefined ? undefined : readAddress(mergedFrom);
    const merged = from && !gone.has(from.row) ? { mergedFrom: writeAddress(from.column, rowOf(from.row)) } : {};
    return { ...cell, row, address: writeAddress(cell.column, row), ...merged };
  };
  const kept = rows.filter(({ number }) => !gone.has(number));
  return { grid: { name, rows: kept.map(({ number, cells }) => ({ number: rowOf(number), cells: cells.map(moved) })) }, rowOf };
}
