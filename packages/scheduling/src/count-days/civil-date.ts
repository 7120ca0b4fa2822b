import { SchedulingError } from "../scheduling-error.js";

/** Days since 1970-01-01 of a proleptic Gregorian date of our era. O(1); Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil. */
export function countDays(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = (y / 400) | 0;
  const yearOfEra = y - era * 400;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  return era * 146097 + yearOfEra * 365 + (yearOfEra >> 2) - ((yearOfEra / 100) | 0) + dayOfYear - 719468;
}

const DAY_MS = 86_400_000;

export function yearOf(dayNumber: number): number {
  return new Date(dayNumber * DAY_MS).getUTCFullYear();
}

/** 1 = Monday … 7 = Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return countDays(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - countDays(year, month, 1);
}

/** The two digits at `from`, or −1. */
export function twoDigits(text: string, from: number): number {
  const tens = text.charCodeAt(from) - 48;
  const ones = text.charCodeAt(from + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Day number of the date at the head of `text`, or −1 when there is none. Reads digits in place: a thousand calendars hold 120,000 moments. */
export function findDayNumber(text: string): number {
  const century = twoDigits(text, 0);
  const inCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const year = inCentury < 0 ? -1 : century * 100 + inCentury;
  if (year < 1970 || month < 1 || month > 12 || day < 1 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return -1;
  return day > 28 && day > daysInMonth(year, month) ? -1 : countDays(year, month, day);
}

/** Day number of `2026-09-09`. Throws `bad-date` naming `item`. */
export function readDate(text: string, item: string): number {
  const dayNumber = typeof text === "string" && text.length === 10 ? findDayNumber(text) : -1;
  if (dayNumber < 0) throw new SchedulingError("bad-date", item, { text: String(text) });
  return dayNumber;
}

/** Minutes after midnight of the `08:30` at `from` in `text`, or −1; `24:00` is 1440. */
export function findMinutes(text: string, from: number): number {
  const hours = twoDigits(text, from);
  const minutes = twoDigits(text, from + 3);
  if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 1440 || text.charCodeAt(from + 2) !== 58) return -1;
  return hours * 60 + minutes;
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

export function dateText(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

export function timeText(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `+08:00` for 480. */
export function offsetText(offsetMinutes: number): string {
  return `${offsetMinutes < 0 ? "-" : "+"}${timeText(Math.abs(offsetMinutes))}`;
}
