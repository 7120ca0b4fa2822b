import type { Interval, Meeting, Notice, Person, Problem, RoleNeed, Span, Venue, WeeklyHours } from "../problem.js";

/** The rules of one meeting checked minute by minute from the problem's own words; slow, plain, and sharing no code with the engine. */
const MINUTE = 60_000;
const DAY = 1440;

const read = new Map<string, number>();

/** Local minutes since 1970 of any date or moment. */
export function minutesOf(text: string): number {
  const known = read.get(text);
  if (known !== undefined) return known;
  const minutes = parseMinutes(text);
  if (read.size > 300_000) read.clear();
  read.set(text, minutes);
  return minutes;
}

function parseMinutes(text: string): number {
  const hasZone = /Z|[+-]\d\d:\d\d$/.test(text.slice(10));
  return Math.floor(Date.parse(text.length === 10 ? `${text}T00:00Z` : hasZone ? text : `${text}Z`) / MINUTE) + (hasZone ? 480 : 0);
}

const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

const offDays = new WeakMap<Problem, Map<number, { isOffDay: boolean }>>();

function entryOn(problem: Problem, day: number): { isOffDay: boolean } | undefined {
  const known = offDays.get(problem) ?? new Map((problem.holidays ?? []).flatMap((year) => year.days).map((one) => [minutesOf(one.date) / DAY, one]));
  offDays.set(problem, known);
  return known.get(day);
}

function spansOn(problem: Problem, hours: WeeklyHours, day: number): readonly Span[] {
  const entry = entryOn(problem, day);
  const weekday = (new Date(day * DAY * MINUTE).getUTCDay() || 7) as 1;
  if (entry) return entry.isOffDay ? (hours.holiday ?? hours.days[7] ?? []) : (hours.makeUp ?? hours.days[1] ?? []);
  return hours.days[weekday] ?? [];
}

/** Quarter hours of `[from, to)`, each `[start, end)` in local minutes. */
function quarters(from: number, to: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / 15) }, (_, i) => from + i * 15);
}

export function isWithinHours(problem: Problem, hours: WeeklyHours | undefined, from: number, to: number): boolean {
  if (!hours) return true;
  return quarters(from, to).every((at) => {
    const day = Math.floor(at / DAY);
    return spansOn(problem, hours, day).some(([start, end]) => {
      const open = Math.ceil(clock(start) / 15) * 15;
      const close = Math.floor(clock(end) / 15) * 15;
      return day * DAY + open <= at && at + 15 <= day * DAY + close;
    });
  });
}

export function touches(one: Interval, from: number, to: number): boolean {
  const start = Math.floor(minutesOf(one.from) / 15) * 15;
  const end = Math.ceil(minutesOf(one.to) / 15) * 15;
  return start < to && end > from;
}

/** 0 = not asked yet, 1 = free, 2 = taken; one entry a quarter hour from 2026-08-29 on, for ten weeks. */
const FIRST_QUARTER = Date.UTC(2026, 7, 29) / MINUTE / 15;
const freeQuarters = new WeakMap<object, Uint8Array>();

function markTaken(taken: readonly Interval[]): Uint8Array {
  const table = new Uint8Array(96 * 70);
  for (const { from, to } of taken) {
    const [first, end] = [Math.floor(minutesOf(from) / 15), Math.ceil(minutesOf(to) / 15)];
    for (let quarter = Math.max(0, first - FIRST_QUARTER); quarter < Math.min(table.length, end - FIRST_QUARTER); quarter++) table[quarter] = 2;
  }
  return table;
}

/** Remembers the answer for each quarter hour of one calendar. */
function isEveryQuarter(owner: object, from: number, to: number, taken: readonly Interval[], ask: (at: number) => boolean): boolean {
  const known = freeQuarters.get(owner) ?? markTaken(taken);
  freeQuarters.set(owner, known);
  for (let at = from; at < to; at += 15) {
    const quarter = at / 15 - FIRST_QUARTER;
    if (known[quarter] === 0) known[quarter] = ask(at) ? 1 : 2;
    if (known[quarter] === 2) return false;
  }
  return true;
}

export function isFree(problem: Problem, person: Person, from: number, to: number): boolean {
  const taken = freeQuarters.has(person) ? [] : [...(person.busy ?? []), ...(person.leave ?? []), ...(person.tentative ?? [])];
  return isEveryQuarter(person, from, to, taken, (at) => isWithinHours(problem, person.hours, at, at + 15));
}

const freeVenues = new WeakMap<Venue, Map<string, boolean>>();

function isVenueFree(problem: Problem, venue: Venue, from: number, to: number): boolean {
  const known = freeVenues.get(venue) ?? new Map<string, boolean>();
  freeVenues.set(venue, known);
  const key = `${from}-${to}`;
  const isFree = known.get(key) ?? askVenue(problem, venue, from, to);
  known.set(key, isFree);
  return isFree;
}

function askVenue(problem: Problem, venue: Venue, from: number, to: number): boolean {
  if (!isEveryQuarter(venue, from, to, [], (at) => isWithinHours(problem, venue.hours, at, at + 15))) return false;
  if (venue.closures?.some((one) => touches(one, from, to))) return false;
  const buffer = Math.ceil((venue.bufferMinutes ?? 0) / 15) * 15;
  return !venue.busy?.some((one) => isTooNear(problem, one, buffer, from, to));
}

/** A booking keeps its neighbours off by the buffer, but only on the days on which it is itself. */
function isTooNear(problem: Problem, one: Interval, buffer: number, from: number, to: number): boolean {
  const opens = clock(problem.horizon.from ?? "00:00");
  const closes = clock(problem.horizon.to ?? "24:00");
  const day = Math.floor(from / DAY) * DAY;
  const start = Math.max(minutesOf(one.from), day + opens);
  const end = Math.min(minutesOf(one.to), day + closes);
  if (start >= end) return false;
  return Math.floor(start / 15) * 15 - buffer < to && Math.ceil(end / 15) * 15 + buffer > from;
}

function isWorkday(problem: Problem, day: number): boolean {
  const entry = entryOn(problem, day);
  return entry ? !entry.isOffDay : [1, 2, 3, 4, 5].includes(new Date(day * DAY * MINUTE).getUTCDay());
}

/** The last posting day by trying one day after the other. */
export function lastPosting(problem: Problem, notice: Notice, meetingDay: number): number {
  for (let posted = meetingDay; ; posted--) {
    let between = 0;
    for (let day = posted + 1; day < meetingDay; day++) if (notice.basis === "calendar" || isWorkday(problem, day)) between++;
    if (notice.count === "clear" ? between >= notice.n : countBack(problem, notice, posted, meetingDay) >= notice.n)
      return posted - (notice.count === "clear" && notice.n === 0 ? 1 : 0);
  }
}

function countBack(problem: Problem, notice: Notice, posted: number, meetingDay: number): number {
  let count = 0;
  for (let day = posted; day < meetingDay; day++) if (notice.basis === "calendar" || isWorkday(problem, day)) count++;
  return count;
}

export function unfitRules(meeting: Meeting, venue: Venue): string[] {
  const rules: string[] = [];
  if (meeting.seats !== undefined && venue.seats !== undefined && venue.seats < meeting.seats) rules.push("seats");
  if ((meeting.equipment ?? []).some((item) => !(venue.equipment ?? []).includes(item))) rules.push("equipment");
  if (meeting.sites && !meeting.sites.includes(venue.site ?? "?")) rules.push("sites");
  const pinned = meeting.pinned?.venue;
  if (pinned === undefined ? meeting.venues && !meeting.venues.includes(venue.id) : pinned !== venue.id) rules.push("venues");
  return rules;
}

/** Those who are named for a role, or else everyone who says to have it. */
export function holders(problem: Problem, { id, anyOf }: RoleNeed): readonly string[] {
  return anyOf ?? problem.people.filter((one) => (one.roles ?? []).includes(id)).map((one) => one.id);
}

const people = new WeakMap<readonly Person[], Map<string, Person>>();

export function personOf(problem: Problem, id: string): Person {
  const known = people.get(problem.people) ?? new Map(problem.people.map((one) => [one.id, one]));
  people.set(problem.people, known);
  return known.get(id)!;
}

/** Names of the rules about time and people that close `[from, to)`. */
export function closedBy(problem: Problem, meeting: Meeting, from: number, to: number): string[] {
  const free = (id: string): boolean => isFree(problem, personOf(problem, id), from, to);
  const day = Math.floor(from / DAY);
  const rules: string[] = [];
  if (!isEveryQuarter(meeting, from, to, [], (at) => isWithinHours(problem, meeting.hours, at, at + 15))) rules.push("hours");
  if (problem.closures?.some((one) => touches(one, from, to))) rules.push("closures");
  if (meeting.workingDaysOnly && !isWorkday(problem, day)) rules.push("workingDays");
  if (meeting.notice && problem.postFrom && lastPosting(problem, meeting.notice, day) < minutesOf(problem.postFrom) / DAY) rules.push("notice");
  if (meeting.notBefore && from < minutesOf(meeting.notBefore)) rules.push("notBefore");
  if (meeting.deadline && to > minutesOf(meeting.deadline) + (meeting.deadline.length === 10 ? DAY : 0)) rules.push("deadline");
  for (const id of meeting.required ?? []) if (!free(id)) rules.push(`person:${id}`);
  if (meeting.pinned && from !== minutesOf(meeting.pinned.start)) rules.push("pin");
  for (const role of meeting.roles ?? []) if (holders(problem, role).filter(free).length < (role.need ?? 1)) rules.push(`role:${role.id}`);
  for (const quorum of meeting.quorums ?? []) {
    const have = quorum.of.filter(free).length * quorum.atLeast[1];
    const need = quorum.atLeast[0] * quorum.of.length;
    if (quorum.op === "gt" ? have <= need : have < need) rules.push(`quorum:${quorum.id}`);
  }
  return rules;
}

/** One possible place for the meeting: a start, a venue (none where none is needed), and the rules that close it. */
export interface OracleSlot {
  readonly start: number;
  readonly end: number;
  readonly venue: Venue | undefined;
  readonly closed: readonly string[];
}

/** Every start on the grid with every venue. */
export function allSlots(problem: Problem, meeting: Meeting): OracleSlot[] {
  const length = Math.ceil(meeting.minutes / 15) * 15;
  const opens = clock(problem.horizon.from ?? "00:00");
  const closes = clock(problem.horizon.to ?? "24:00");
  const first = minutesOf(problem.horizon.start);
  const venues = meeting.noVenue || problem.venues.length === 0 ? [undefined] : problem.venues;
  const slots: OracleSlot[] = [];
  for (let day = 0; day < problem.horizon.days; day++)
    for (let at = Math.ceil(opens / 15) * 15; at + length <= closes; at += 15) {
      if (at % (meeting.startEvery ?? 15) !== 0) continue;
      const start = first + day * DAY + at;
      const closed = closedBy(problem, meeting, start, start + length);
      for (const venue of venues)
        slots.push({ start, end: start + length, venue, closed: [...closed, ...(venue ? venueRules(problem, meeting, venue, start, start + length) : [])] });
    }
  return slots;
}

function venueRules(problem: Problem, meeting: Meeting, venue: Venue, from: number, to: number): string[] {
  return [...unfitRules(meeting, venue), ...(isVenueFree(problem, venue, from, to) ? [] : ["venueFree"])];
}
