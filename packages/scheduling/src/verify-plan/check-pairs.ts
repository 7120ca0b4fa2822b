import type { Meeting, Problem, TermName } from "../problem.js";
import type { Violation } from "./check-place.js";
import { countedOf } from "./attendance.js";
import type { PlacedMeeting, PlanReading } from "./placed-meeting.js";

/** What is counted of two placed meetings, in grains, people or times as the term says. */
export type PairCount = (term: TermName, value: number, about?: { meeting: string; other: string; person?: string }) => void;

export interface Named {
  readonly placed: PlacedMeeting;
  readonly required: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

/** The people of meetings whose roles name their holders: they stay the same as long as the meeting. */
const known = new WeakMap<Meeting, Omit<Named, "placed">>();

export function namePeople(problem: Problem, placed: PlacedMeeting): Named {
  const { meeting } = placed;
  const named = known.get(meeting) ?? listPeople(problem, meeting);
  if (!meeting.roles?.some((role) => !role.anyOf)) known.set(meeting, named);
  return { placed, ...named };
}

function listPeople(problem: Problem, meeting: Meeting): Omit<Named, "placed"> {
  const counted = countedOf(problem, meeting);
  return { required: new Set(meeting.required), counted, all: new Set([...counted, ...(meeting.preferred ?? []).map((one) => one.person)]) };
}

function bufferOf(placed: PlacedMeeting): number {
  return Math.ceil((placed.venue?.bufferMinutes ?? 0) / 15) * 15;
}

function countPeople(a: Named, b: Named, grains: number, count: PairCount): void {
  for (const person of a.all) {
    if (!b.all.has(person)) continue;
    const about = { meeting: a.placed.meeting.id, other: b.placed.meeting.id, person };
    if (a.required.has(person) && b.required.has(person)) count("requiredClash", grains, about);
    else count(a.counted.has(person) || b.counted.has(person) ? "requiredPreferredClash" : "preferredClash", grains, about);
  }
}

function countCommon(a: Named, b: Named): number {
  let common = 0;
  for (const person of a.all) if (b.all.has(person)) common++;
  return common;
}

/** Everything that two meetings of one day do to each other. */
export function checkPair(a: Named, b: Named, count: PairCount): void {
  const overlap = Math.min(a.placed.to, b.placed.to) - Math.max(a.placed.from, b.placed.from);
  const isOneRoom = a.placed.venue !== undefined && a.placed.venue === b.placed.venue;
  const about = { meeting: a.placed.meeting.id, other: b.placed.meeting.id };
  const crowding = overlap + bufferOf(a.placed);
  if (isOneRoom && (overlap > 0 || crowding > 0)) count("roomClash", crowding / 15, about);
  if (overlap > 0) {
    count("overlap", overlap / 15);
    countPeople(a, b, overlap / 15, count);
    return;
  }
  if (overlap === 0) count("noBreak", 1);
  if (-overlap <= 30 && a.placed.venue?.id !== b.placed.venue?.id) count("roomStability", countCommon(a, b));
}

/** Meetings that do not come after those they must follow. */
export function* checkOrders(reading: PlanReading): Generator<Violation> {
  const { problem, placed } = reading;
  const isSeries = new Set(problem.meetings.filter((meeting) => meeting.series).map((meeting) => meeting.id));
  for (const one of placed)
    for (const { meeting: id, gapMinutes = 0 } of one.meeting.after ?? [])
      for (const other of placed) {
        const isMeant = other.meeting.id === id || (isSeries.has(id) && other.meeting.id.startsWith(`${id}/`));
        if (isMeant && other.to + gapMinutes > one.from)
          yield { term: "orderBroken", meeting: one.meeting.id, value: 1, params: { other: other.meeting.id, gapMinutes } };
      }
}
