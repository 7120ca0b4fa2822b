import type { WeeklySpan } from "../directory.js";

/** One line of the hours' form: the same time on some weekdays, 1 (Monday) to 7. */
export interface HourRow {
  readonly weekdays: readonly number[];
  readonly fromTime: string;
  readonly toTime: string;
}
/** Weekdays that follow each other and share their times. */
export interface SaidHours {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly times: readonly string[];
}

const byDay = (one: WeeklySpan, other: WeeklySpan): number =>
  one.weekday - other.weekday || (one.fromTime < other.fromTime ? -1 : one.fromTime > other.fromTime ? 1 : 0);

/** Spans as lines of the form, a line for each time of day, in the order of the week. `spansOf` gives the same spans back. O(n log n). */
export function rowsOf(spans: readonly WeeklySpan[]): HourRow[] {
  const rows = new Map<string, HourRow>();
  for (const { weekday, fromTime, toTime } of [...spans].sort(byDay)) {
    const key = `${fromTime} ${toTime}`;
    rows.set(key, { weekdays: [...(rows.get(key)?.weekdays ?? []), weekday], fromTime, toTime });
  }
  return [...rows.values()];
}

/** Lines of the form as spans, in the order of the week. */
export const spansOf = (rows: readonly HourRow[]): WeeklySpan[] =>
  rows.flatMap(({ weekdays, fromTime, toTime }) => weekdays.map((weekday) => ({ weekday, fromTime, toTime }))).sort(byDay);

/** Spans as people say them: days in a row with the same times are one line. O(n log n). */
export function sayHours(spans: readonly WeeklySpan[]): SaidHours[] {
  const said: SaidHours[] = [];
  for (let day = 1; day <= 7; day++) {
    const times = spansOf(rowsOf(spans.filter((span) => span.weekday === day))).map(({ fromTime, toTime }) => `${fromTime}–${toTime}`);
    if (times.length === 0) continue;
    const before = said.at(-1);
    if (before?.lastDay === day - 1 && before.times.join() === times.join()) said[said.length - 1] = { ...before, lastDay: day };
    else said.push({ firstDay: day, lastDay: day, times });
  }
  return said;
}
