import { normaliseText, type SheetGrid } from "@lianxin/documents";

/** Cells as whoever brings the sheet in mended them: "D7" → text. */
export type Mended = Readonly<Record<string, string>>;

const placeOf = (address: string): { readonly row: number; readonly column: number } => {
  const [, letters = "", row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  return { row: Number(row ?? 0), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
};

/** The sheet with its mended cells, also such as were empty; one mended to nothing is empty. O(cells). */
export function mendCells(grid: SheetGrid, mended: Mended): SheetGrid {
  const cells = Object.entries(mended).map(([address, raw]) => ({ address, raw, ...placeOf(address), kind: "text" as const, text: normaliseText(raw) }));
  const rows = grid.rows.map((row) => {
    const own = cells.filter((cell) => cell.row === row.number && cell.column > 0);
    const kept = row.cells.filter((cell) => !own.some(({ column }) => column === cell.column));
    return { ...row, cells: [...kept, ...own.filter(({ text }) => text !== "")].sort((a, b) => a.column - b.column) };
  });
  return { ...grid, rows };
}
