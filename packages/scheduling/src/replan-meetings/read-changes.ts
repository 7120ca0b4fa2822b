import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { readPerson, readVenue } from "../compile-calendars/fill-calendar.js";
import { compileMeeting, type CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { checkPins } from "../plan-meetings/check-pins.js";
import { listOrders, type Orders } from "../plan-meetings/meeting-order.js";
import type { Meeting, Person, Venue } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import type { OpenPlan } from "./open-plan.js";

/** What has happened since the plan was made. */
export interface Changes {
  /** New calendars of people and venues, whole. */
  readonly people?: readonly Person[];
  readonly venues?: readonly Venue[];
  /** Meetings called off, changed (by id) and added; series are given as their occurrences. A pin in `changed` counts for more than a freeze. */
  readonly cancelled?: readonly string[];
  readonly changed?: readonly Meeting[];
  readonly added?: readonly Meeting[];
}

/** Changes that have been read whole and fit the plan: what is done with them cannot fail. */
export interface ReadChanges {
  readonly people: readonly Person[];
  readonly venues: readonly Venue[];
  readonly cancelled: readonly number[];
  /** Meetings that are new, changed, or have other holders of a role, by number. */
  readonly put: ReadonlyMap<number, CompiledMeeting>;
  readonly orders: Orders;
}

/** A change of seats, site, equipment or buffer changes which meetings fit; that needs a new plan, not a re-plan. */
function isSameRoom(a: Venue, b: Venue): boolean {
  const kind = (venue: Venue): string => JSON.stringify([venue.seats, venue.site, venue.bufferMinutes ?? 0, [...(venue.equipment ?? [])].sort()]);
  return kind(a) === kind(b);
}

/** The problem with the people and venues as they will be, calendars apart. */
function viewAfter(compiled: CompiledProblem, { people = [], venues = [] }: Changes): CompiledProblem {
  const view = {
    ...compiled,
    people: { ...compiled.people, all: [...compiled.people.all] },
    venues: { ...compiled.venues, all: [...compiled.venues.all] },
  };
  for (const person of people) view.people.all[readPerson(compiled, person).row] = person;
  for (const venue of venues) {
    const { row } = readVenue(compiled, venue);
    if (!isSameRoom(compiled.venues.all[row]!, venue)) throw new SchedulingError("bad-shape", venue.id, { rule: "venue-kind" });
    view.venues.all[row] = venue;
  }
  return view;
}

/** Roles that somebody has taken or left. */
function listRoles(compiled: CompiledProblem, people: readonly Person[]): Set<string> {
  const roles = new Set<string>();
  for (const { id, roles: now = [] } of people) {
    const before = compiled.people.all[compiled.people.rowOf.get(id)!]!.roles ?? [];
    for (const role of [...before, ...now]) if (before.includes(role) !== now.includes(role)) roles.add(role);
  }
  return roles;
}

/** The meetings by number as they will be, and the numbers by id. */
interface Next {
  readonly meetings: (Meeting | undefined)[];
  readonly numberOf: Map<string, number>;
}

function cancel(next: Next, id: string): number {
  const m = next.numberOf.get(id);
  if (m === undefined) throw new SchedulingError("unknown-meeting", id);
  next.numberOf.delete(id);
  next.meetings[m] = undefined;
  return m;
}

function numberFor(next: Next, { id }: Meeting, isNew: boolean): number {
  const m = next.numberOf.get(id);
  if (isNew && m !== undefined) throw new SchedulingError("duplicate-id", id, { kind: "meetings" });
  if (!isNew && m === undefined) throw new SchedulingError("unknown-meeting", id);
  return m ?? next.meetings.indexOf(undefined);
}

/** An `after` may name what stands, what once stood, and a series. */
function checkAfter({ compiled, numberOf }: OpenPlan, next: Next, meeting: Meeting): void {
  for (const { meeting: id } of meeting.after ?? []) {
    const series = id.slice(0, Math.max(0, id.lastIndexOf("/")));
    const isKnown = next.numberOf.has(id) || numberOf.has(id) || compiled.meetingOf.has(id) || compiled.meetingOf.has(series);
    if (!isKnown) throw new SchedulingError("unknown-meeting", id, { in: meeting.id });
  }
}

/**
 * Reads changes whole before any is made. O(people named + meetings + pins²). Errors: `unknown-person`, `unknown-venue`, `unknown-meeting`, `duplicate-id`,
 * `too-many-meetings`, `bad-shape`, `overlapping-pins`, `circular-after`, and those of calendars and of `compileMeeting`.
 */
export function readChanges(open: OpenPlan, changes: Changes): ReadChanges {
  const { model, compiled } = open;
  const { people = [], venues = [], changed = [], added = [] } = changes;
  const view = viewAfter(compiled, changes);
  const next: Next = { meetings: [...model.meetings], numberOf: new Map(open.numberOf) };
  const cancelled = (changes.cancelled ?? []).map((id) => cancel(next, id));
  const count = next.numberOf.size + added.length;
  if (count > model.n) throw new SchedulingError("too-many-meetings", "added", { count, most: model.n });
  const put = new Map<number, CompiledMeeting>();
  for (const [i, meeting] of [...changed, ...added].entries()) {
    if (meeting.series) throw new SchedulingError("bad-shape", `${meeting.id}.series`, { rule: "occurrence" });
    const m = numberFor(next, meeting, i >= changed.length);
    if (put.has(m)) throw new SchedulingError("duplicate-id", meeting.id, { kind: "meetings" });
    next.numberOf.set(meeting.id, m);
    next.meetings[m] = meeting;
    put.set(m, compileMeeting(view, meeting));
  }
  for (const { meeting } of put.values()) checkAfter(open, next, meeting);
  const roles = listRoles(compiled, people);
  for (const [m, meeting] of next.meetings.entries())
    if (roles.size > 0 && !put.has(m) && meeting?.roles?.some((role) => !role.anyOf && roles.has(role.id))) put.set(m, compileMeeting(view, meeting));
  const isOther = cancelled.length + changed.length + added.length > 0;
  if (put.size > 0)
    checkPins(
      view,
      next.meetings.map((meeting, m) => meeting && (put.get(m) ?? model.ready[m])),
    );
  return { people, venues, cancelled, put, orders: isOther ? listOrders(next.meetings, compiled.problem.meetings) : model.orders };
}
