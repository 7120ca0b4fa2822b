import { weekdayOf } from "../count-days/civil-date.js";
import { readMoment, readTime } from "../count-days/moment.js";
import type { Interval, Person, Span, Venue, WeeklyHours } from "../problem.js";
import type { AbsenceReason } from "../proposal.js";
import type { PlanReading } from "./placed-meeting.js";

const QUARTER = 15;

function hoursOn(reading: PlanReading, hours: WeeklyHours, day: number): readonly Span[] {
  const isOff = reading.holidays.isOff.get(day);
  if (isOff === true) return hours.holiday ?? hours.days[7] ?? [];
  if (isOff === false) return hours.makeUp ?? hours.days[1] ?? [];
  return hours.days[weekdayOf(day) as 1] ?? [];
}

function isQuarterOpen(spans: readonly Span[], inDay: number): boolean {
  return spans.some(([from, to]) => Math.ceil(readTime(from, "hours") / QUARTER) * QUARTER <= inDay && inDay + QUARTER <= Math.floor(readTime(to, "hours") / QUARTER) * QUARTER);
}

/** Whether every quarter hour of `[from, to)` lies in the hours. O(quarters · spans). */
export function isWithin(reading: PlanReading, hours: WeeklyHours | undefined, from: number, to: number): boolean {
  if (!hours) return true;
  for (let at = from; at < to; at += QUARTER) {
    const day = Math.floor(at / 1440);
    if (!isQuarterOpen(hoursOn(reading, hours, day), at - day * 1440)) return false;
  }
  return true;
}

/** Start and end of each interval in local minutes, read once. */
function readIntervals(reading: PlanReading, intervals: readonly Interval[]): readonly (readonly [number, number])[] {
  const known = reading.minutes.get(intervals);
  if (known) return known;
  const { offset } = reading.grid;
  const minutes = intervals.map((one) => [readMoment(one.from, offset, "from"), readMoment(one.to, offset, "to")] as const);
  reading.minutes.set(intervals, minutes);
  return minutes;
}

/** The first interval that touches a quarter hour of `[from, to)`. */
export function findTouching(reading: PlanReading, intervals: readonly Interval[] | undefined, from: number, to: number): Interval | undefined {
  if (!intervals) return undefined;
  const at = readIntervals(reading, intervals).findIndex(([start, end]) => Math.floor(start / QUARTER) * QUARTER < to && Math.ceil(end / QUARTER) * QUARTER > from);
  return intervals[at];
}

/** Why a person is away by their own calendar, leave first; `undefined` = free. */
export function findAway(reading: PlanReading, person: Person, from: number, to: number): { reason: AbsenceReason; until?: string } | undefined {
  const kinds = [["leave", person.leave], ["busy", person.busy], ["tentative", person.tentative]] as const;
  for (const [reason, intervals] of kinds) {
    const touching = findTouching(reading, intervals, from, to);
    if (touching) return { reason, until: touching.to };
  }
  return isWithin(reading, person.hours, from, to) ? undefined : { reason: "off-hours" };
}

/** Whether a venue's own bookings, with the buffer around them on the same day, leave `[from, to)` free. */
function isClearOfBookings(reading: PlanReading, venue: Venue, from: number, to: number): boolean {
  const { grid } = reading;
  const buffer = Math.ceil((venue.bufferMinutes ?? 0) / QUARTER) * QUARTER;
  const opens = Math.floor(from / 1440) * 1440 + grid.first * QUARTER;
  const closes = opens + grid.perDay * QUARTER;
  return !readIntervals(reading, venue.busy ?? []).some(([busyFrom, busyTo]) => {
    const start = Math.max(busyFrom, opens);
    const end = Math.min(busyTo, closes);
    return start < end && Math.floor(start / QUARTER) * QUARTER - buffer < to && Math.ceil(end / QUARTER) * QUARTER + buffer > from;
  });
}

export function isVenueOpen(reading: PlanReading, venue: Venue, from: number, to: number): boolean {
  return isWithin(reading, venue.hours, from, to) && !findTouching(reading, venue.closures, from, to) && isClearOfBookings(reading, venue, from, to);
}
