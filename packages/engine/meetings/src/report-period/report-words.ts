import { text } from "../api.js";
import { moveDay } from "../convene-meeting/week-of.js";

/** The first and the last day of the month of a day: "2026-11-01" and "2026-11-30". */
export function monthOf(day: string): { readonly from: string; readonly to: string } {
  const from = `${day.slice(0, 7)}-01`;
  const next = `${moveDay(from, 31).slice(0, 7)}-01`;
  return { from, to: moveDay(next, -1) };
}

/** "2（占 3 的 66.6%）": cut, not rounded, so that nothing reads as all of it that is not. */
export function shareText(count: number, all: number): string {
  const tenths = Math.floor((count * 1000) / all);
  return text("meetings.report.share", { count, all, share: `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? "" : `.${tenths % 10}`}` });
}

/** 709 as "11 小时 49 分". */
export function waitText(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return text("meetings.report.waitDays", { days, hours });
  return hours > 0 ? text("meetings.report.waitHours", { hours, minutes: rest }) : text("meetings.report.waitMinutes", { minutes: rest });
}
