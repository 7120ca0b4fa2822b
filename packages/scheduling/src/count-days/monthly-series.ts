import type { DateText, HolidayYear, MonthlySeries } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import { countDays, dateText, daysInMonth, readDate, weekdayOf } from "./civil-date.js";
import { buildHolidayTable, isWorkingDayNumber, stepWorkingDays, type HolidayTable } from "./holiday-table.js";

/** One meeting of a series: the month it counts for, the rule's date, and the date after the holiday shift (`undefined` = skipped). */
export interface Occurrence {
  readonly month: string;
  readonly planned: DateText;
  readonly date: DateText | undefined;
}

function findRuleDay(on: MonthlySeries["on"], year: number, month: number): number | undefined {
  const length = daysInMonth(year, month);
  const first = countDays(year, month, 1);
  if ("day" in on) return on.day > length ? undefined : first + on.day - 1;
  if (on.nth === -1) return first + length - 1 - ((weekdayOf(first + length - 1) - on.weekday + 7) % 7);
  const offset = ((on.weekday - weekdayOf(first) + 7) % 7) + (on.nth - 1) * 7;
  return offset < length ? first + offset : undefined;
}

/** A weekday rule is disturbed by holidays only; a day of the month also by weekends. */
function isDisturbed(table: HolidayTable, on: MonthlySeries["on"], day: number): boolean {
  const isWorking = isWorkingDayNumber(table, day);
  return "day" in on ? !isWorking : table.isOff.get(day) === true;
}

function shiftDay(table: HolidayTable, series: MonthlySeries, day: number): number | undefined {
  if (!isDisturbed(table, series.on, day)) return day;
  if (series.shift === "skip") return undefined;
  if (series.shift === "next") return stepWorkingDays(table, day, 1);
  if (series.shift === "previous") return stepWorkingDays(table, day, -1);
  let at = day + 7;
  while (isDisturbed(table, series.on, at)) at += 7;
  return at;
}

/** A day of the month that falls on a Sunday falls on a Sunday every week after: only a weekday can move by weeks. */
function checkSeries({ on, shift }: MonthlySeries, item: string): void {
  const isGood =
    "day" in on ? Number.isInteger(on.day) && on.day >= 1 && on.day <= 31 : on.weekday >= 1 && on.weekday <= 7 && [1, 2, 3, 4, 5, -1].includes(on.nth);
  if (!isGood) throw new SchedulingError("bad-number", `${item}.on`, { value: JSON.stringify(on) });
  if ("day" in on && shift === "sameWeekdayNextWeek") throw new SchedulingError("bad-shape", `${item}.shift`, { rule: "next | previous | skip" });
}

/** Occurrences whose rule date lies in `[fromDay, toDay]`, as day numbers turned to dates; `item` is named when the rule cannot be. O(months). */
export function expandMonths(table: HolidayTable, series: MonthlySeries, fromDay: number, toDay: number, item = "series"): Occurrence[] {
  checkSeries(series, item);
  const found: Occurrence[] = [];
  let [year, month] = dateText(fromDay).split("-").map(Number) as [number, number];
  for (; countDays(year, month, 1) <= toDay; month === 12 ? ((month = 1), year++) : month++) {
    const planned = findRuleDay(series.on, year, month);
    if (planned === undefined || planned < fromDay || planned > toDay) continue;
    const day = shiftDay(table, series, planned);
    found.push({ month: dateText(planned).slice(0, 7), planned: dateText(planned), date: day === undefined ? undefined : dateText(day) });
  }
  return found;
}

/**
 * The dates of a monthly series: the first Tuesday 2026-10-06 lies in the National Day holiday, `sameWeekdayNextWeek` gives 2026-10-13.
 * Errors: `missing-holiday-year`, `bad-date`, `bad-number`, `bad-shape` (a day of the month moved by weeks).
 */
export function expandSeries(holidays: readonly HolidayYear[], series: MonthlySeries, from: DateText, to: DateText): Occurrence[] {
  return expandMonths(buildHolidayTable(holidays), series, readDate(from, "from"), readDate(to, "to"));
}
