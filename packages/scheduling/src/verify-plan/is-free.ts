import { weekdayOf } from "../count-days/civil-date.js";
import { readMoment, readTime } from "../count-days/moment.js";
import type { Interval, Person, Span, Venue, WeeklyHours } from "../problem.js";
import type { AbsenceReason } from "../proposal.js";
import type { PlanReading } from "./placed-meeting.js";

const QUARTER = 15;
const CLOSED: readonly Span[] = [];

function hoursOn(reading: PlanReading, hours: WeeklyHours, day: number): readonly Span[] {
  const isOff = reading.calendar.isOff.get(day);
  if (isOff === true) return hours.holiday ?? hours.days[7] ?? CLOSED;
  if (isOff === false) return hours.makeUp ?? hours.days[1] ?? CLOSED;
  return hours.days[weekdayOf(day) as 1] ?? CLOSED;
}

/** A list read already, as pairs of minutes; in order when neither starts nor ends ever go back, as calendars mostly are. */
interface Read {
  readonly offset: number;
  readonly minutes: Uint32Array;
  readonly isOrdered: boolean;
}

/** Kept as long as the list itself, since lists do not change. */
const read = new WeakMap<object, Read>();

function readOnce<T>(list: readonly T[], offset: number, readStart: (one: T) => number, readEnd: (one: T) => number): Read {
  const known = read.get(list);
  if (known?.offset === offset) return known;
  const minutes = new Uint32Array(2 * list.length);
  let isOrdered = true;
  for (let i = 0; i < minutes.length; i++) {
    const one = list[i >> 1]!;
    minutes[i] = (i & 1) === 0 ? readStart(one) : readEnd(one);
    if (i > 1 && minutes[i]! < minutes[i - 2]!) isOrdered = false;
  }
  const made = { offset, minutes, isOrdered };
  read.set(list, made);
  return made;
}

function readIntervals({ horizon: { offset } }: PlanReading, intervals: readonly Interval[]): Read {
  return readOnce(
    intervals,
    offset,
    ({ from }) => Math.floor(readMoment(from, offset, "from")),
    ({ to }) => Math.ceil(readMoment(to, offset, "to")),
  );
}

function readSpans(spans: readonly Span[]): Uint32Array {
  return readOnce(
    spans,
    0,
    ([from]) => ceilQuarter(readTime(from, "hours")),
    ([, to]) => floorQuarter(readTime(to, "hours")),
  ).minutes;
}

function isQuarterOpen(minutes: Uint32Array, inDay: number): boolean {
  for (let i = 0; i < minutes.length; i += 2) if (minutes[i]! <= inDay && inDay + QUARTER <= minutes[i + 1]!) return true;
  return false;
}

/** The first quarter hour of `[from, to)` that does not lie in the hours. O(quarters · spans). */
function findClosed(reading: PlanReading, hours: WeeklyHours | undefined, from: number, to: number): number | undefined {
  if (!hours) return undefined;
  let day = NaN;
  let spans: Uint32Array | undefined;
  for (let at = from; at < to; at += QUARTER) {
    if (Math.floor(at / 1440) !== day) spans = readSpans(hoursOn(reading, hours, (day = Math.floor(at / 1440))));
    if (!isQuarterOpen(spans!, at - day * 1440)) return at;
  }
  return undefined;
}

export function isWithin(reading: PlanReading, hours: WeeklyHours | undefined, from: number, to: number): boolean {
  return findClosed(reading, hours, from, to) === undefined;
}

/** When hours that are closed at `at` open again within the days that are planned. O(days · spans). */
function findOpening(reading: PlanReading, hours: WeeklyHours, at: number): number | undefined {
  const { startDay, days, opens, closes } = reading.horizon;
  for (let day = Math.floor(at / 1440); day < startDay + days; day++) {
    const spans = readSpans(hoursOn(reading, hours, day));
    let first = Infinity;
    for (let i = 0; i < spans.length; i += 2) {
      const open = Math.max(spans[i]!, opens, at - day * 1440);
      if (open < first && open + QUARTER <= Math.min(spans[i + 1]!, closes)) first = open;
    }
    if (first < Infinity) return day * 1440 + first;
  }
  return undefined;
}

const floorQuarter = (minutes: number): number => minutes - (minutes % QUARTER);
const ceilQuarter = (minutes: number): number => floorQuarter(minutes + QUARTER - 1);

/** Where to begin looking: behind everything that has ended by `at`. */
function skipEnded({ minutes, isOrdered }: Read, at: number): number {
  let low = 0;
  for (let high = isOrdered ? minutes.length / 2 : 0; low < high;) {
    const middle = (low + high) >> 1;
    if (minutes[2 * middle + 1]! <= at) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

/** The latest end of the intervals that touch a quarter hour of `[from, to)`. O(intervals), or their logarithm when they are in order. */
export function findTouching(reading: PlanReading, intervals: readonly Interval[] | undefined, from: number, to: number): number | undefined {
  if (!intervals || intervals.length === 0) return undefined;
  const known = readIntervals(reading, intervals);
  const { minutes, isOrdered } = known;
  const first = floorQuarter(from);
  const last = ceilQuarter(to);
  let end = 0;
  for (let i = skipEnded(known, first); i < minutes.length && !(isOrdered && minutes[i]! >= last); i += 2)
    if (minutes[i]! < last && minutes[i + 1]! > first) end = Math.max(end, minutes[i + 1]!);
  return end === 0 ? undefined : end;
}

const REASONS = ["leave", "busy", "tentative"] as const;

/** Why a person is away by their own calendar, leave first, and until which minute; `undefined` = free. */
export function findAway(reading: PlanReading, person: Person, from: number, to: number): { reason: AbsenceReason; until?: number } | undefined {
  for (const reason of REASONS) {
    const until = findTouching(reading, person[reason], from, to);
    if (until !== undefined) return { reason, until };
  }
  const closed = findClosed(reading, person.hours, from, to);
  if (closed === undefined) return undefined;
  const until = findOpening(reading, person.hours!, closed);
  return until === undefined ? { reason: "off-hours" } : { reason: "off-hours", until };
}

/** Whether a venue's own bookings, with the buffer around them on the same day, leave `[from, to)` free. */
function isClearOfBookings(reading: PlanReading, venue: Venue, from: number, to: number): boolean {
  const { horizon } = reading;
  const buffer = Math.ceil((venue.bufferMinutes ?? 0) / QUARTER) * QUARTER;
  const opens = Math.floor(from / 1440) * 1440 + horizon.opens;
  const closes = opens - horizon.opens + horizon.closes;
  const { minutes } = readIntervals(reading, venue.busy ?? []);
  for (let i = 0; i < minutes.length; i += 2) {
    const start = Math.max(minutes[i]!, opens);
    const end = Math.min(minutes[i + 1]!, closes);
    if (start < end && floorQuarter(start) - buffer < to && ceilQuarter(end) + buffer > from) return false;
  }
  return true;
}

export function isVenueOpen(reading: PlanReading, venue: Venue, from: number, to: number): boolean {
  return (
    isWithin(reading, venue.hours, from, to) && findTouching(reading, venue.closures, from, to) === undefined && isClearOfBookings(reading, venue, from, to)
  );
}
