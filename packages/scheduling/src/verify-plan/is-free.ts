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
  return spans.some(
    ([from, to]) => Math.ceil(readTime(from, "hours") / QUARTER) * QUARTER <= inDay && inDay + QUARTER <= Math.floor(readTime(to, "hours") / QUARTER) * QUARTER,
  );
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

/** Calendars already read: start and end of each interval in local minutes. Kept as long as the list itself, since lists do not change. */
const readings = new WeakMap<readonly Interval[], { readonly offset: number; readonly minutes: Float64Array }>();

function readIntervals(reading: PlanReading, intervals: readonly Interval[]): Float64Array {
  const { offset } = reading.grid;
  const known = readings.get(intervals);
  if (known?.offset === offset) return known.minutes;
  const minutes = new Float64Array(intervals.length * 2);
  for (const [i, one] of intervals.entries()) {
    minutes[2 * i] = readMoment(one.from, offset, "from");
    minutes[2 * i + 1] = readMoment(one.to, offset, "to");
  }
  readings.set(intervals, { offset, minutes });
  return minutes;
}

const floorQuarter = (minutes: number): number => minutes - (minutes % QUARTER);
const ceilQuarter = (minutes: number): number => floorQuarter(minutes + QUARTER - 1);

/** The first interval that touches a quarter hour of `[from, to)`. */
export function findTouching(reading: PlanReading, intervals: readonly Interval[] | undefined, from: number, to: number): Interval | undefined {
  if (!intervals) return undefined;
  const minutes = readIntervals(reading, intervals);
  for (let i = 0; i < intervals.length; i++) if (floorQuarter(minutes[2 * i]!) < to && ceilQuarter(minutes[2 * i + 1]!) > from) return intervals[i];
  return undefined;
}

/** Why a person is away by their own calendar, leave first; `undefined` = free. */
export function findAway(reading: PlanReading, person: Person, from: number, to: number): { reason: AbsenceReason; until?: string } | undefined {
  for (const reason of ["leave", "busy", "tentative"] as const) {
    const touching = findTouching(reading, person[reason], from, to);
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
  const minutes = readIntervals(reading, venue.busy ?? []);
  for (let i = 0; i < minutes.length; i += 2) {
    const start = Math.max(minutes[i]!, opens);
    const end = Math.min(minutes[i + 1]!, closes);
    if (start < end && floorQuarter(start) - buffer < to && ceilQuarter(end) + buffer > from) return false;
  }
  return true;
}

export function isVenueOpen(reading: PlanReading, venue: Venue, from: number, to: number): boolean {
  return isWithin(reading, venue.hours, from, to) && !findTouching(reading, venue.closures, from, to) && isClearOfBookings(reading, venue, from, to);
}
