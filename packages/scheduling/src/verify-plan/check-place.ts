import { readDate } from "../count-days/civil-date.js";
import { readMoment } from "../count-days/moment.js";
import type { Meeting, TermName } from "../problem.js";
import type { Params } from "../scheduling-error.js";
import { findTouching, isVenueOpen, isWithin } from "./is-free.js";
import type { PlacedMeeting, PlanReading } from "./placed-meeting.js";
import { isWorked, lastPosting } from "./work-days.js";

/** One thing that a plan breaks: `value` in the unit of its term. */
export interface Violation {
  readonly term: TermName;
  readonly meeting: string;
  readonly value: number;
  readonly params: Params;
}

function ruleBroken(placed: PlacedMeeting, rule: string, params: Params = {}): Violation {
  return { term: "notAllowed", meeting: placed.meeting.id, value: 1, params: { rule, ...params } };
}

function edge(reading: PlanReading, text: string, isEnd: boolean): number {
  return text.length === 10 ? (readDate(text, "date") + (isEnd ? 1 : 0)) * 1440 : readMoment(text, reading.horizon.offset, "moment");
}

function* checkDates(reading: PlanReading, placed: PlacedMeeting): Generator<Violation> {
  const { meeting, from, to } = placed;
  const { problem, calendar } = reading;
  const day = Math.floor(from / 1440);
  if (meeting.workingDaysOnly && !isWorked(calendar, day)) yield ruleBroken(placed, "workingDays");
  if (meeting.notBefore !== undefined && from < edge(reading, meeting.notBefore, false)) yield ruleBroken(placed, "notBefore", { at: meeting.notBefore });
  if (meeting.deadline !== undefined && to > edge(reading, meeting.deadline, true)) yield ruleBroken(placed, "deadline", { at: meeting.deadline });
  if (meeting.notice && problem.postFrom !== undefined && lastPosting(calendar, meeting.notice, day) < readDate(problem.postFrom, "postFrom"))
    yield ruleBroken(placed, "notice", { n: meeting.notice.n, basis: meeting.notice.basis, count: meeting.notice.count });
}

function* checkHours(reading: PlanReading, placed: PlacedMeeting): Generator<Violation> {
  const { meeting, from, to } = placed;
  const length = Math.ceil(meeting.minutes / 15) * 15;
  if (to - from !== length) yield ruleBroken(placed, "length", { minutes: to - from, need: length });
  if ((from % 1440) % (meeting.startEvery ?? 15) !== 0) yield ruleBroken(placed, "startEvery", { minutes: meeting.startEvery ?? 15 });
  if (!isWithin(reading, meeting.hours, from, to)) yield ruleBroken(placed, "hours");
  if (findTouching(reading, reading.problem.closures, from, to) !== undefined) yield ruleBroken(placed, "closures");
  if (meeting.pinned && readMoment(meeting.pinned.start, reading.horizon.offset, "pinned") !== from)
    yield ruleBroken(placed, "pin", { start: meeting.pinned.start });
}

function isNamed(meeting: Meeting, venue: string): boolean {
  const only = meeting.pinned?.venue !== undefined ? [meeting.pinned.venue] : meeting.venues;
  return only === undefined || only.includes(venue);
}

function* checkVenue(reading: PlanReading, placed: PlacedMeeting): Generator<Violation> {
  const { meeting, venue, from, to } = placed;
  if (!venue) {
    if (!meeting.noVenue && reading.problem.venues.length > 0) yield ruleBroken(placed, "venueMissing");
    return;
  }
  if (!isVenueOpen(reading, venue, from, to)) yield ruleBroken(placed, "venueFree", { venue: venue.id });
  if (meeting.equipment?.some((item) => !venue.equipment?.includes(item))) yield ruleBroken(placed, "equipment", { venue: venue.id });
  if (meeting.sites && (venue.site === undefined || !meeting.sites.includes(venue.site))) yield ruleBroken(placed, "sites", { venue: venue.id });
  if (!isNamed(meeting, venue.id)) yield ruleBroken(placed, "venues", { venue: venue.id });
  const short = (meeting.seats ?? 0) - (venue.seats ?? Infinity);
  if (short > 0) yield { term: "seatsShort", meeting: meeting.id, value: short, params: { venue: venue.id } };
}

/** Everything about one meeting's time and place that breaks a rule. */
export function* checkPlace(reading: PlanReading, placed: PlacedMeeting): Generator<Violation> {
  const { startDay, days, opens, closes } = reading.horizon;
  const { from, to, meeting } = placed;
  const day = Math.floor(from / 1440);
  if (from % 1440 < opens || to - day * 1440 > closes) yield { term: "crossesDayEnd", meeting: meeting.id, value: 1, params: {} };
  if (day < startDay || day >= startDay + days) yield { term: "beyondHorizon", meeting: meeting.id, value: 1, params: {} };
  yield* checkDates(reading, placed);
  yield* checkHours(reading, placed);
  yield* checkVenue(reading, placed);
}
