import { Temporal } from "temporal-polyfill";
import type { CellKind } from "../read-sheet/sheet-grid.js";
import type { CellReader, Reading } from "./column.js";

const separators = /[年月./\-－．／。,，]/g;
const full = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:日|号)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const partial = /^(\d{1,2})-(\d{1,2})(?:日|号)?$/;

/**
 * A reader of dates: 2026-09-08, 2026/9/8, 2026.9.8, 2026年9月8日, 20260908, a date cell, a time after the day left out. With `yearOf`, a day
 * without a year (9月8日) is taken in the year of that day and reported; without it, it is a problem.
 */
export function readDate({ yearOf }: { readonly yearOf?: Temporal.PlainDate } = {}): CellReader<Temporal.PlainDate> {
  const read: CellReader<Temporal.PlainDate> = (text, kind) => {
    const shown = text.slice(0, 20);
    if (text.length > 60) return { code: "date.wrong", params: { value: shown } };
    if (/[农阴]历|[初廿腊冬]|闰/.test(text)) return { code: "date.lunar" };
    const bare = text
      .replace(/[ T]+\d{1,2}:\d{2}(:\d{2})?.*$/, "")
      .replace(/\s/g, "")
      .replace(/(?:星期|周)[一二三四五六日天]$/, "")
      .replace(separators, "-")
      .replace(/-+$/, "");
    const [, year, month, day] = full.exec(bare) ?? compact.exec(bare) ?? [];
    if (year) return aDay(Number(year), Number(month), Number(day), shown);
    return readSerial(bare, kind) ?? readPartial(bare, shown, yearOf);
  };
  return Object.assign(read, { takes: { sample: "2026-09-08" } });
}

function aDay(year: number, month: number, day: number, value: string): Reading<Temporal.PlainDate> {
  try {
    return { value: Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }) };
  } catch {
    return { code: "date.wrong", params: { value } };
  }
}

// A date whose cell lost its format shows as a number of days since 1899-12-30: 46273. Only 1955 to 2064 is taken for one.
function readSerial(bare: string, kind: CellKind): Reading<Temporal.PlainDate> | undefined {
  if (kind !== "number" || !/^[2-5]\d{4}$/.test(bare)) return undefined;
  const value = Temporal.PlainDate.from("1899-12-30").add({ days: Number(bare) });
  return { value, corrected: { code: "date.serial", params: { date: value.toString() } } };
}

function readPartial(bare: string, value: string, yearOf: Temporal.PlainDate | undefined): Reading<Temporal.PlainDate> {
  if (/^\d{2}-\d{1,2}-\d{1,2}(日|号)?$/.test(bare)) return { code: "date.short.year", params: { value } };
  if (/^\d{4}(-\d{1,2})?$/.test(bare)) return { code: "date.missing.day", params: { value } };
  const [, month, day] = partial.exec(bare) ?? [];
  if (!month) return { code: "date.wrong", params: { value } };
  if (!yearOf) return { code: "date.missing.year", params: { value } };
  const read = aDay(yearOf.year, Number(month), Number(day), value);
  return "value" in read ? { ...read, corrected: { code: "date.year.assumed", params: { year: yearOf.year } } } : read;
}
