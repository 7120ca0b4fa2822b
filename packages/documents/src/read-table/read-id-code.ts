import { Temporal } from "temporal-polyfill";
import type { CellKind } from "../read-sheet/sheet-grid.js";
import type { Reading } from "./column.js";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = "10X98765432";

/** The check character of the first 17 digits (GB 11643-1999: weighted sum mod 11). */
export function countIdCheck(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return checks[sum % 11] ?? "";
}

/**
 * A resident identity number: 18 characters with its birth date and check character (GB 11643-1999), or 15 digits of the old kind, reported.
 * A number of more than 15 digits that the spreadsheet keeps as a number has lost its end and is refused. Messages never repeat the number.
 */
export function readIdCode(text: string, kind: CellKind): Reading<string> {
  const code = text.replace(/[\s\-－'’]/g, "").replace(/[x×Ⅹ]$/i, "X");
  if (kind === "number" && code.length > 15) return { code: "idCode.truncated" };
  if (!/^\d+X?$/.test(code)) return { code: "idCode.wrong" };
  if (code.length === 15 && /^\d+$/.test(code))
    return isDay(`19${code.slice(6, 12)}`) ? { value: code, corrected: { code: "idCode.legacy" } } : { code: "idCode.date" };
  if (code.length !== 18) return { code: "idCode.length", params: { length: code.length } };
  if (!isDay(code.slice(6, 14))) return { code: "idCode.date" };
  return countIdCheck(code) === code[17] ? { value: code } : { code: "idCode.checksum" };
}

function isDay(digits: string): boolean {
  try {
    return Temporal.PlainDate.from(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`).year >= 1800;
  } catch {
    return false;
  }
}
