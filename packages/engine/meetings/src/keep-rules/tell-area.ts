import type { Group, Measure } from "./rule-pack.js";

/** Hundredths of a square metre as square metres: 630667 is "6306.67", 946000 is "9460". */
export function tellArea(hundredths: number): string {
  const digits = String(hundredths).padStart(3, "0");
  const [whole, rest] = [digits.slice(0, -2), digits.slice(-2)];
  return rest === "00" ? whole : `${whole}.${rest}`;
}

/** Square metres as somebody writes them ("109.5", "9，460 ㎡") in hundredths; undefined for anything but a number of at most two decimals. */
export function readArea(written: string): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(written.normalize("NFKC").replace(/[,\s]|平方米|m2$/g, ""));
  return match ? Number(`${match[1]}${(match[2] ?? "").padEnd(2, "0")}`) : undefined;
}

/** How a number of a group or measure is written. */
export const tellMeasured = (of: Group | Measure): ((value: number) => string) => (of === "area" ? tellArea : String);
