import { SchedulingError } from "../scheduling-error.js";
import { findDayNumber, findMinutes, offsetText, twoDigits } from "./civil-date.js";

/** Local minutes since 1970-01-01T00:00 of the zone `offsetMinutes` east of UTC. */
export type LocalMinutes = number;

function findZoneShift(text: string, at: number, offsetMinutes: number): number | undefined {
  const mark = text.charCodeAt(at);
  if (mark === 90 && text.length === at + 1) return offsetMinutes;
  const minutes = mark === 43 || mark === 45 ? findMinutes(text, at + 1) : -1;
  if (minutes < 0 || text.length !== at + 6) return undefined;
  return offsetMinutes - (mark === 43 ? minutes : -minutes);
}

/** Where the seconds behind the minutes end; −1 when they are none. */
function findSecondsEnd(text: string): number {
  if (text.charCodeAt(16) !== 58) return 16;
  const seconds = twoDigits(text, 17);
  if (seconds < 0 || seconds > 59) return -1;
  if (text.charCodeAt(19) !== 46) return 19;
  let at = 20;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return at > 20 ? at : -1;
}

function isPastMinute(text: string, end: number): boolean {
  for (let at = 17; at < end; at++) if (text.charCodeAt(at) > 48) return true;
  return false;
}

/** Local minutes of a moment, half a minute more when seconds have passed (for whoever rounds); −1 when the text is no moment. O(1), no allocation. */
export function findMoment(text: string, offsetMinutes: number): LocalMinutes {
  if (typeof text !== "string" || text.length < 16 || text.charCodeAt(10) !== 84) return -1;
  const day = findDayNumber(text);
  const minutes = findMinutes(text, 11);
  if (day < 0 || minutes < 0) return -1;
  if (text.length === 16) return day * 1440 + minutes;
  const end = findSecondsEnd(text);
  const shift = text.length === end ? 0 : findZoneShift(text, end, offsetMinutes);
  return end < 0 || shift === undefined ? -1 : day * 1440 + minutes + shift + (isPastMinute(text, end) ? 0.5 : 0);
}

/** Throws `bad-moment` naming `item`. */
export function readMoment(text: string, offsetMinutes: number, item: string): LocalMinutes {
  const minutes = findMoment(text, offsetMinutes);
  if (minutes < 0) throw new SchedulingError("bad-moment", item, { text: String(text) });
  return minutes;
}

/** `2026-09-09T15:00+08:00`. */
export function momentText(minutes: LocalMinutes, offsetMinutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 16) + offsetText(offsetMinutes);
}

/** Minutes after midnight of `08:30`. Throws `bad-time` naming `item`. */
export function readTime(text: string, item: string): number {
  const minutes = typeof text === "string" && text.length === 5 ? findMinutes(text, 0) : -1;
  if (minutes < 0) throw new SchedulingError("bad-time", item, { text: String(text) });
  return minutes;
}
