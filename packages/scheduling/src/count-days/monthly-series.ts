import type { DateText, HolidayYear, MonthlySeries } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";
import { countDays, dateText, daysInMonth, readDate, weekdayOf, yearOf } from "./civil-date.js";
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
  if ("day" in on) checkWhole(on.day, 1, 31, `${item}.on.day`);
  else {
    checkWhole(on.weekday, 1, 7, `${item}.on.weekday`);
    checkWhole(on.nth === -1 ? 1 : on.nth, 1, 5, `${item}.on.nth`);
  }
  if ("day" in on && shift === "sameWeekdayNextWeek")
    throw new SchedulingError("bad-shape", `${item}.shift`, { rule: "one-of", allowed: "next | previous | skip" });
}

/** The days of the rule from the month of one day to that of another. O(months). */
function* listRuleDays(on: MonthlySeries["on"], fromDay: number, toDay: number): Generator<number> {
  let [year, month] = dateText(fromDay).split("-").map(Number) as [number, number];
  for (; countDays(year, month, 1) <= toDay; month === 12 ? ((month = 1), year++) : month++) {
    const day = findRuleDay(on, year, month);
    if (day !== undefined) yield day;
  }
}

/** Rest around New Year lasts three days at most (one day, with a weekend): beyond it the holidays of the year on the other side move nothing across. */
const LONGEST_NEW_YEAR = 3;

/** Whether an occurrence whose rule day lies outside `[first, last]` may be moved into it; days of a year that is not loaded only near its edge. */
function mayMoveIn(table: HolidayTable, { shift }: MonthlySeries, day: number, first: number, last: number): boolean {
  const away = Math.max(first - day, day - last);
  if (away <= 0) return true;
  return shift !== "skip" && (shift === "previous") === day > last && (away <= LONGEST_NEW_YEAR || table.years.has(yearOf(day)));
}

/** How far around a horizon rule days are looked for; no run of holidays is longer. */
const AROUND = 62;

/** The occurrences that take place in `[first, last]`, by month of the rule and day after the shift: consecutive horizons share the dates out among them. O(months). */
export function expandWithin(table: HolidayTable, series: MonthlySeries, first: number, last: number, item: string): { month: string; day: number }[] {
  checkSeries(series, item);
  const found: { month: string; day: number }[] = [];
  for (const planned of listRuleDays(series.on, first - AROUND, last + AROUND)) {
    if (!mayMoveIn(table, series, planned, first, last)) continue;
    const day = shiftDay(table, series, planned);
    if (day !== undefined && day >= first && day <= last) found.push({ month: dateText(planned).slice(0, 7), day });
  }
  return found;
}

/**
 * The dates of a monthly series whose rule day lies in `[from, to]`: the first Tuesday 2026-10-06 lies in the National Day holiday, `sameWeekdayNextWeek` gives
 * 2026-10-13. O(months). Errors: `missing-holiday-year`, `bad-date`, `bad-number`, `bad-shape` (a day of the month moved by weeks).
 */
export function expandSeries(holidays: readonly HolidayYear[], series: MonthlySeries, from: DateText, to: DateText): Occurrence[] {
  const [table, first, last] = [buildHolidayTable(holidays), readDate(from, "from"), readDate(to, "to")];
  checkSeries(series, "series");
  const found: Occurrence[] = [];
  for (const planned of listRuleDays(series.on, first, last)) {
    if (planned < first || planned > last) continue;
    const day = shiftDay(table, series, planned);
    found.push({ month: dateText(planned).slice(0, 7), planned: dateText(planned), date: day === undefined ? undefined : dateText(day) });
  }
  return found;
}
