import type { CellKind } from "./sheet-grid.js";
import type { NumberShape } from "./cell-styles.js";

const dayMilliseconds = 86_400_000;

/** The number of a cell as text: dates as `2026-09-08` (`2026-09-08 15:00`, `15:00`), others as plain decimals of 15 digits. */
export function showNumber(value: string, shape: NumberShape, from1904: boolean): { raw: string; kind: CellKind } {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return { raw: value, kind: "text" };
  const date = shape.kind === "date" ? showDate(number, from1904) : undefined;
  if (date !== undefined) return { raw: date, kind: "date" };
  const decimals = plainDecimals(number);
  return { raw: shape.kind === "padded" && number >= 0 ? decimals.padStart(shape.digits, "0") : decimals, kind: "number" };
}

function plainDecimals(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString();
  const rounded = Number(number.toPrecision(15));
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(15).replace(/0+$/, "") : String(rounded);
}

// Day 60 of Excel's calendar is 1900-02-29, a day that never was: it is left a number, and days before it are counted from the day after.
function showDate(serial: number, from1904: boolean): string | undefined {
  if (serial < 0 || serial >= 2_958_466 || (!from1904 && Math.floor(serial) === 60)) return undefined;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const iso = new Date(epoch + Math.round((serial * dayMilliseconds) / 1000) * 1000).toISOString();
  const time = iso.slice(11, 16);
  if (serial < 1 && serial > 0) return time;
  return time === "00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
