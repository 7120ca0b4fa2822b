import { changePerson, changeVenue } from "../compile-calendars/compile-problem.js";
import { clearMeeting, refreshMeeting, refreshRooms, setMeeting } from "../plan-meetings/model-meeting.js";
import { removeMeeting } from "../plan-meetings/place-meeting.js";
import { orderMeetings } from "../plan-meetings/plan-model.js";
import type { Meeting, Person, Venue } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import type { OpenPlan } from "./open-plan.js";

/** What has happened since the plan was made. */
export interface Changes {
  /** New calendars of people and venues, whole. */
  readonly people?: readonly Person[];
  readonly venues?: readonly Venue[];
  /** Meetings called off, changed (by id) and added; series are given as their occurrences. */
  readonly cancelled?: readonly string[];
  readonly changed?: readonly Meeting[];
  readonly added?: readonly Meeting[];
}

function numberOf(open: OpenPlan, id: string): number {
  const m = open.numberOf.get(id);
  if (m === undefined) throw new SchedulingError("unknown-meeting", id);
  return m;
}

function cancel(open: OpenPlan, id: string): void {
  const m = numberOf(open, id);
  if (open.state.start[m]! >= 0) removeMeeting(open.state, m);
  open.state.total.hard -= open.model.priority[m]!;
  open.state.unplaced.delete(m);
  open.state.stoodStart[m] = -1;
  clearMeeting(open.model, m);
  open.numberOf.delete(id);
}

function add(open: OpenPlan, meeting: Meeting): void {
  if (open.numberOf.has(meeting.id)) throw new SchedulingError("duplicate-id", meeting.id, { kind: "meetings" });
  if (meeting.series) throw new SchedulingError("bad-shape", `${meeting.id}.series`, { rule: "occurrence" });
  const m = open.model.meetings.indexOf(undefined);
  if (m < 0) throw new SchedulingError("too-many-meetings", meeting.id, { count: open.model.n + 1, most: open.model.n });
  setMeeting(open.model, m, meeting);
  open.numberOf.set(meeting.id, m);
  open.state.total.hard += open.model.priority[m]!;
  open.state.unplaced.add(m);
  open.state.isFixed[m] = 0;
}

/** Takes a meeting out and puts it in again as it is now, where it stood; the search sees whether it can stay. */
function change(open: OpenPlan, meeting: Meeting): number {
  const m = numberOf(open, meeting.id);
  const [start, venue] = [open.state.stoodStart[m]!, open.state.stoodVenue[m]!];
  cancel(open, meeting.id);
  add(open, meeting);
  const now = open.numberOf.get(meeting.id)!;
  open.state.stoodStart[now] = start;
  open.state.stoodVenue[now] = venue;
  return now;
}

/** Puts a person's new calendar in place; every meeting that names the person is worked out anew. */
function replacePerson({ model, compiled }: OpenPlan, person: Person, stale: Set<number>): void {
  changePerson(compiled, person);
  for (const seat of model.pairs.seats.get(compiled.people.rowOf.get(person.id)!) ?? []) stale.add(seat.meeting);
}

function isWider(after: Int32Array, before: Int32Array): boolean {
  return after.some((word, i) => (word & ~before[i]!) !== 0);
}

/** Puts a venue's new calendar in place; gives the meetings that stand in it. Only hours that have become free can open new starts (`stale`). */
function replaceVenue(open: OpenPlan, venue: Venue, stale: Set<number>): number[] {
  const { model, compiled, state } = open;
  const row = compiled.venues.rowOf.get(venue.id) ?? -1;
  const { free, words } = compiled.venues.rows;
  const before = free.slice(row * words, (row + 1) * words);
  const old = compiled.venues.all[row];
  if (old && !isSameRoom(old, venue)) throw new SchedulingError("bad-shape", venue.id, { rule: "venue-kind" });
  changeVenue(compiled, venue);
  const isOpener = isWider(free.subarray(row * words, (row + 1) * words), before);
  const standing: number[] = [];
  for (let m = 0; m < model.n; m++) {
    if (!model.meetings[m]) continue;
    refreshRooms(model, m);
    if (isOpener && model.rooms[m]!.includes(row)) stale.add(m);
    if (state.start[m]! >= 0 && state.venue[m] === row) standing.push(m);
  }
  return standing;
}

/** A change of seats, site, equipment or buffer changes which meetings fit; that needs a new plan, not a re-plan. */
function isSameRoom(a: Venue, b: Venue): boolean {
  const kind = (venue: Venue): string => JSON.stringify([venue.seats, venue.site, venue.bufferMinutes ?? 0, [...(venue.equipment ?? [])].sort()]);
  return kind(a) === kind(b);
}

/** Numbers of the meetings that the changes may have displaced. Errors: `unknown-person`, `unknown-venue`, `unknown-meeting`, `duplicate-id`, those of `compileMeeting`. */
export function applyChanges(open: OpenPlan, changes: Changes): Set<number> {
  const { model } = open;
  const stale = new Set<number>();
  for (const person of changes.people ?? []) replacePerson(open, person, stale);
  const shaken = (changes.venues ?? []).flatMap((venue) => replaceVenue(open, venue, stale));
  for (const id of changes.cancelled ?? []) cancel(open, id);
  for (const meeting of changes.changed ?? []) stale.add(change(open, meeting));
  for (const meeting of changes.added ?? []) add(open, meeting);
  for (const m of stale) if (model.meetings[m]) refreshMeeting(model, m);
  if (changes.cancelled ?? changes.changed ?? changes.added) orderMeetings(model);
  return new Set([...stale, ...shaken]);
}
