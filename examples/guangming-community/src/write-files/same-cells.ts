import { readSheet } from "@lianxin/documents";

const cellsOf = (bytes: Uint8Array): string => {
  const { sheets } = readSheet(bytes, "file.xlsx");
  return JSON.stringify(sheets.map(({ name, rows }) => [name, rows.map((row) => row.cells.map(({ address, raw, mergedFrom }) => [address, raw, mergedFrom]))]));
};

/** True when two .xlsx files hold the same sheets, cells and merged areas; their archives differ by the time of writing. */
export const hasSameCells = (a: Uint8Array, b: Uint8Array): boolean => cellsOf(a) === cellsOf(b);
