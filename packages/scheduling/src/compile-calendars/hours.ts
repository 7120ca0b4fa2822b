import { weekdayOf } from "../count-days/civil-date.js";
import type { HolidayTable } from "../count-days/holiday-table.js";
import { readTime } from "../count-days/moment.js";
import type { Span, WeeklyHours } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import { fillBits } from "./bitset.js";
import { GRAIN_MINUTES, type Grid } from "./grid.js";

function spansOf(hours: WeeklyHours, holidays: HolidayTable, day: number): readonly Span[] {
  const isOff = holidays.isOff.get(day);
  const special = isOff === true ? hours.holiday : isOff === false ? hours.makeUp : undefined;
  const weekday = isOff === undefined ? weekdayOf(day) : isOff ? 7 : 1;
  return special ?? hours.days[weekday as 1] ?? [];
}

function fillDay(bits: Int32Array, grid: Grid, day: number, spans: readonly Span[], item: string): void {
  for (const [from, to] of spans) {
    const start = Math.ceil(readTime(from, item) / GRAIN_MINUTES) - grid.first;
    const end = Math.floor(readTime(to, item) / GRAIN_MINUTES) - grid.first;
    if (end < start) throw new SchedulingError("bad-interval", item, { from, to });
    const base = day * grid.perDay;
    fillBits(bits, 0, base + Math.min(Math.max(0, start), grid.perDay), base + Math.min(Math.max(0, end), grid.perDay), true);
  }
}

/** Bits of the grains that lie wholly inside the hours; all bits when there are none. O(days). Errors: `bad-time`, `bad-interval`. */
export function compileHours(grid: Grid, holidays: HolidayTable, hours: WeeklyHours | undefined, item: string): Int32Array {
  const bits = new Int32Array(grid.words);
  if (!hours) fillBits(bits, 0, 0, grid.size, true);
  else for (let day = 0; day < grid.days; day++) fillDay(bits, grid, day, spansOf(hours, holidays, grid.startDay + day), item);
  return bits;
}

/** Compiles each distinct pattern of hours once: a thousand people share a few. */
export interface HoursBook {
  readonly byObject: WeakMap<WeeklyHours, Int32Array>;
  readonly byText: Map<string, Int32Array>;
}

export function makeHoursBook(): HoursBook {
  return { byObject: new WeakMap(), byText: new Map() };
}

/** The bits of `hours` from the book. The same object is taken as the same hours. */
export function lookUpHours(book: HoursBook, grid: Grid, holidays: HolidayTable, hours: WeeklyHours | undefined, item: string): Int32Array {
  const known = hours && book.byObject.get(hours);
  if (known) return known;
  const text = hours ? JSON.stringify(hours) : "";
  const bits = book.byText.get(text) ?? compileHours(grid, holidays, hours, item);
  book.byText.set(text, bits);
  if (hours) book.byObject.set(hours, bits);
  return bits;
}
