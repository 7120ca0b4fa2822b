import { weekdayOf } from "../count-days/civil-date.js";
import { readMoment, readTime } from "../count-days/moment.js";
import type { Interval, Person, Span, Venue, WeeklyHours } from "../problem.js";
import type { AbsenceReason } from "../proposal.js";
import type { PlanReading } from "./placed-meeting.js";

const QUARTER = 15;
const CLOSED: readonly Span[] = [];

function hoursOn(reading: PlanReading, hours: WeeklyHours, day: number): readonly Span[] {
  const isOff = reading.holidays.isOff.get(day);
  if (isOff === true) return hours.holiday ?? hours.days[7] ?? CLOSED;
  if (isOff === false) return hours.makeUp ?? hours.days[1] ?? CLOSED;
  return hours.days[weekdayOf(day) as 1] ?? CLOSED;
}

/** Lists read already, as pairs of minutes. Kept as long as the list itself, since lists do not change. */
const read = new WeakMap<object, { readonly offset: number; readonly minutes: Float64Array }>();

function readOnce<T>(list: readonly T[], offset: number, readStart: (one: T) => number, readEnd: (one: T) => number): Float64Array {
  const known = read.get(list);
  if (known?.offset === offset) return known.minutes;
  const minutes = new Float64Array(2 * list.length);
  for (let i = 0; i < list.length; i++) {
    minutes[2 * i] = readStart(list[i]!);
    minutes[2 * i + 1] = readEnd(list[i]!);
  }
  read.set(list, { offset, minutes });
  return minutes;
}

function readIntervals({ grid: { offset } }: PlanReading, intervals: readonly Interval[]): Float64Array {
  return readOnce(
    intervals,
    offset,
    ({ from }) => readMoment(from, offset, "from"),
    ({ to }) => readMoment(to, offset, "to"),
  );
}

function isQuarterOpen(spans: readonly Span[], inDay: number): boolean {
  const minutes = readOnce(
    spans,
    0,
    ([from]) => ceilQuarter(readTime(from, "hours")),
    ([, to]) => floorQuarter(readTime(to, "hours")),
  );
  for (let i = 0; i < minutes.length; i += 2) if (minutes[i]! <= inDay && inDay + QUARTER <= minutes[i + 1]!) return true;
  return false;
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

const floorQuarter = (minutes: number): number => minutes - (minutes % QUARTER);
const ceilQuarter = (minutes: number): number => floorQuarter(minutes + QUARTER - 1);

/** The first interval that touches a quarter hour of `[from, to)`. */
export function findTouching(reading: PlanReading, intervals: readonly Interval[] | undefined, from: number, to: number): Interval | undefined {
  if (!intervals) return undefined;
  const minutes = readIntervals(reading, intervals);
  const first = floorQuarter(from);
  const last = ceilQuarter(to);
  for (let i = 0; i < intervals.length; i++) if (minutes[2 * i]! < last && minutes[2 * i + 1]! > first) return intervals[i];
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
