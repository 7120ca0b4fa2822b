import type { DateText, HolidayYear, Notice } from "../problem.js";
import { checkWhole } from "../scheduling-error.js";
import { dateText, readDate } from "./civil-date.js";
import { buildHolidayTable, isWorkingDayNumber, stepWorkingDays, type HolidayTable } from "./holiday-table.js";

/** Days of notice that can be asked for: three years. */
export const MOST_NOTICE = 1100;

/** `n` working days after `date` (before it, when negative), the date itself not counted (民法典 §201). Errors: `missing-holiday-year`, `bad-date`. */
export function addWorkingDays(holidays: readonly HolidayYear[], date: DateText, n: number): DateText {
  return dateText(stepWorkingDays(buildHolidayTable(holidays), readDate(date, "date"), n));
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. Errors as `addWorkingDays`. */
export function countWorkingDays(holidays: readonly HolidayYear[], from: DateText, to: DateText): number {
  const table = buildHolidayTable(holidays);
  const last = readDate(to, "to");
  let count = 0;
  for (let day = readDate(from, "from") + 1; day <= last; day++) if (isWorkingDayNumber(table, day)) count++;
  return count;
}

/** The last day on which the notice of a meeting on day `meetingDay` can be posted. */
export function countBackNotice(table: HolidayTable, notice: Notice, meetingDay: number): number {
  const back = notice.basis === "calendar" ? meetingDay - notice.n : stepWorkingDays(table, meetingDay, -notice.n);
  return notice.count === "clear" ? back - 1 : back;
}

/**
 * The last date on which a notice can be posted: three clear calendar days before 2026-09-09 is 2026-09-05 (06, 07 and 08 lie between).
 * Errors: `missing-holiday-year` (working basis only), `bad-date`, `bad-number`.
 */
export function latestPostingDate(holidays: readonly HolidayYear[], notice: Notice, meetingDate: DateText): DateText {
  checkWhole(notice.n, 0, MOST_NOTICE, "notice.n");
  return dateText(countBackNotice(buildHolidayTable(holidays), notice, readDate(meetingDate, "meetingDate")));
}
