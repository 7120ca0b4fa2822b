import { changePerson, changeVenue } from "../compile-calendars/compile-problem.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { clearMeeting, refreshMeeting, refreshRooms, setMeeting } from "../plan-meetings/model-meeting.js";
import { placeMeeting, removeMeeting } from "../plan-meetings/place-meeting.js";
import type { Person, Venue } from "../problem.js";
import type { OpenPlan } from "./open-plan.js";
import type { ReadChanges } from "./read-changes.js";

/** Takes a meeting out of the plan and its people out of the tables. */
function takeOut({ model, state, numberOf }: OpenPlan, m: number): void {
  if (state.start[m]! >= 0) removeMeeting(state, m);
  state.total.hard -= model.priority[m]!;
  state.unplaced.delete(m);
  numberOf.delete(model.meetings[m]!.id);
  clearMeeting(model, m);
}

/** Whether a meeting is put back where it stood, for the search to see whether it can stay; a pin says itself where it stands. */
function staysAt({ model }: OpenPlan, m: number, start: number, venue: number): boolean {
  if (model.pin[m]! < 0) return true;
  return model.pin[m] === start && (model.needsVenue[m] === 1 ? model.rooms[m]!.includes(venue) : venue === model.venueCount);
}

/** Makes number m this meeting, whatever it was before. */
function putMeeting(open: OpenPlan, m: number, ready: CompiledMeeting): void {
  const { model, state } = open;
  const [start, venue] = [state.start[m]!, state.venue[m]!];
  if (model.meetings[m]) takeOut(open, m);
  setMeeting(model, m, ready);
  open.numberOf.set(ready.meeting.id, m);
  state.total.hard += model.priority[m]!;
  state.unplaced.add(m);
  if (start >= 0 && staysAt(open, m, start, venue)) placeMeeting(state, m, start, venue);
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
  const row = compiled.venues.rowOf.get(venue.id)!;
  const { free, words } = compiled.venues.rows;
  const before = free.slice(row * words, (row + 1) * words);
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

/** Makes the changes; gives the numbers of the meetings that they may have displaced. `isFrozen` is kept by number, as long as the meeting is the same. */
export function applyChanges(open: OpenPlan, changes: ReadChanges, isFrozen: Uint8Array): Set<number> {
  const { model, state } = open;
  const stale = new Set<number>();
  for (const person of changes.people) replacePerson(open, person, stale);
  const shaken = changes.venues.flatMap((venue) => replaceVenue(open, venue, stale));
  for (const m of changes.cancelled) {
    takeOut(open, m);
    state.stoodStart[m] = -1;
    isFrozen[m] = 0;
  }
  for (const [m, ready] of changes.put) putMeeting(open, m, ready);
  for (const m of stale) if (model.meetings[m] && !changes.put.has(m)) refreshMeeting(model, m);
  model.orders = changes.orders;
  return new Set([...stale, ...shaken, ...changes.put.keys()]);
}
