import { toHalfWidth } from "./tidy.js";

const spellings = [/^(\d{4})[年./\-\s](\d{1,2})[月./\-\s](\d{1,2})日?$/, /^(\d{4})(\d{2})(\d{2})$/];
const padded = (count: number): string => String(count).padStart(2, "0");
const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/**
 * Reads a date in any usual spelling: 2026年9月16日, 2026-9-16, 2026.09.16, 20260916, full-width digits too. Gives "2026-09-16",
 * "impossible" for a day that no calendar has (2月30日), or "unreadable".
 */
export function readDay(text: string): string | "impossible" | "unreadable" {
  const tidied = toHalfWidth(text)
    .trim()
    .replace(/\s*([年月日./-])\s*/g, "$1");
  const found = spellings.map((spelling) => spelling.exec(tidied)).find(Boolean);
  if (!found) return "unreadable";
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const isPossible = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isPossible ? `${found[1]}-${padded(month)}-${padded(day)}` : "impossible";
}

/** A typed day as it is stored, "2026-09-16"; what cannot be read stays as typed, for `dayCheck` to refuse. */
export const tidyDay = (text: string): string => {
  const day = readDay(text);
  return day === "impossible" || day === "unreadable" ? text.trim() : day;
};
