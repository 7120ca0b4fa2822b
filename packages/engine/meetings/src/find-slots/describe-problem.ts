import {
  DEFAULT_OBJECTIVE,
  type HolidayYear,
  type Interval,
  type Meeting,
  type Objective,
  type Person,
  type Problem,
  type Venue,
  type WeeklyHours,
} from "@lianxin/scheduling";
import type { RulePack } from "../keep-rules/rule-pack.js";
import { addDays, daysBetween } from "../tell-time/tell-time.js";
import type { Holidays, PersonCalendar, VenueCard, WeeklySpan } from "./directory-words.js";

export interface SlotParty {
  readonly id: string;
  readonly name: string;
  readonly isNeeded: boolean;
  readonly people: readonly string[];
}
/** Everything a search needs, read beforehand; plain data. */
export interface SlotQuestion {
  readonly meetingId: string;
  readonly minutes: number;
  readonly today: string;
  /** Days that may be chosen, both included. */
  readonly fromOn: string;
  readonly untilOn: string;
  /** "2026-09-03T09:20" in the community's zone: nothing begins before. */
  readonly now: string;
  /** Who votes, and who is asked without a vote. */
  readonly voting: readonly string[];
  readonly others: readonly string[];
  readonly parties: readonly SlotParty[];
  readonly chairId: string | null;
  readonly pack: RulePack;
  readonly calendars: ReadonlyMap<string, PersonCalendar>;
  readonly venues: readonly VenueCard[];
  readonly holidays: Holidays;
  /** Times of other announced meetings, for those who are asked there. */
  readonly meetingsOf: ReadonlyMap<string, readonly Interval[]>;
  readonly bookings: ReadonlyMap<string, readonly Interval[]>;
}

/** The part of a day a meeting may be held in. */
export const dayStart = "08:00";
export const dayEnd = "21:30";
const usualSpans = [
  ["08:30", "12:00"],
  ["14:00", "18:00"],
  ["19:00", "21:30"],
] as const;
/** When meetings are held, any day: not over noon or supper. A time of one's own is not bound by it. */
const usualHours: WeeklyHours = { days: { 1: usualSpans, 2: usualSpans, 3: usualSpans, 4: usualSpans, 5: usualSpans, 6: usualSpans, 7: usualSpans } };
/** Does a local time from–to "2026-09-09T15:00" lie within one usual span? */
export const isUsualTime = (start: string, end: string): boolean =>
  start.slice(0, 10) === end.slice(0, 10) && usualSpans.some(([from, to]) => from <= start.slice(11, 16) && end.slice(11, 16) <= to);
/** The usual order, and among times with the same people a day on which people rest counts as two weeks later. */
const objective: Objective = [...DEFAULT_OBJECTIVE, { term: "restDay", level: "soft", weight: 800 }];

/** Weekly spans as hours by weekday; undefined when there are none: any time. */
export function hoursOf(spans: readonly WeeklySpan[]): WeeklyHours | undefined {
  if (spans.length === 0) return undefined;
  const days: Record<number, [string, string][]> = {};
  for (const { weekday, fromTime, toTime } of spans) (days[weekday] ??= []).push([fromTime, toTime]);
  return { days };
}

/** The years of a holiday answer that are loaded, as the scheduler wants them. */
export function holidayYears({ days }: Holidays): HolidayYear[] {
  const years = new Map<number, { date: string; isOffDay: boolean; name: string }[]>();
  for (const { day, isOffDay, name } of days) {
    const year = Number(day.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), { date: day, isOffDay, name }]);
  }
  return [...years].map(([year, list]) => ({ year, days: list }));
}

function describePerson(id: string, { calendars, meetingsOf }: SlotQuestion): Person {
  const { weekly, busy } = calendars.get(id) ?? { weekly: [], busy: [] };
  const hours = hoursOf(weekly);
  const spans = (isLeave: boolean) => busy.filter(({ kind }) => (kind === "leave") === isLeave).map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }));
  return { id, ...(hours && { hours }), leave: spans(true), busy: [...spans(false), ...(meetingsOf.get(id) ?? [])] };
}

function describeVenue({ id, seats, openings, closures }: VenueCard, bookings: SlotQuestion["bookings"]): Venue {
  const hours = hoursOf(openings);
  const closed = closures.map(({ fromOn, toOn }) => ({ from: `${fromOn}T00:00`, to: `${addDays(toOn, 1)}T00:00` }));
  return { id, seats, ...(hours && { hours }), closures: closed, busy: bookings.get(id) ?? [] };
}

/** The question as the scheduler wants it. O(people + venues). */
export function describeProblem(question: SlotQuestion): { problem: Problem; meeting: Meeting } {
  const { today, fromOn, untilOn, voting, others, parties, chairId, pack, venues, minutes } = question;
  const people = [...new Set([...voting, ...others, ...(chairId ? [chairId] : [])])];
  const needed = parties.filter(({ isNeeded, people: members }) => isNeeded && members.length > 0);
  const problem: Problem = {
    horizon: { start: fromOn, days: daysBetween(fromOn, untilOn) + 1, from: dayStart, to: dayEnd },
    postFrom: today,
    holidays: holidayYears(question.holidays),
    people: people.map((id) => describePerson(id, question)),
    venues: venues.map((venue) => describeVenue(venue, question.bookings)),
    meetings: [],
    objective,
  };
  const meeting: Meeting = {
    id: question.meetingId,
    minutes,
    seats: people.length,
    startEvery: 30,
    hours: usualHours,
    ...(chairId && { required: [chairId] }),
    roles: needed.map(({ id, people: anyOf }) => ({ id, need: 1, anyOf })),
    quorums:
      voting.length > 0
        ? pack.quorum.filter(({ of }) => of === "members").map(({ share }, i) => ({ id: `quorum${i}`, of: voting, atLeast: share.fraction, op: share.op }))
        : [],
    preferred: (pack.quorum.length > 0 ? others : [...voting, ...others]).filter((id) => id !== chairId).map((person) => ({ person })),
    ...(question.now >= fromOn && { notBefore: question.now }),
    ...(pack.notice && { notice: { n: pack.notice.days, basis: pack.notice.basis, count: pack.notice.count } }),
  };
  return { problem, meeting };
}
