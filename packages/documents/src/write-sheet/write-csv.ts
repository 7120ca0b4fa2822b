import { guardFormula } from "./guard-formula.js";

/** What a written cell may hold; null is an empty cell. */
export type CellValue = string | number | boolean | null;

function writeCell(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = typeof value === "boolean" ? (value ? "是" : "否") : guardFormula(value);
  return /[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A .csv file that Excel and WPS open rightly: UTF-8 with its byte order mark, CRLF, quoted where needed, no cell a formula. Numbers stay numbers.
 * Linear in the size of the text.
 */
export function writeCsv(rows: readonly (readonly CellValue[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map(writeCell).join(",")}\r\n`);
  return new TextEncoder().encode(`\ufeff${lines.join("")}`);
}
