import { startsFor, type Starts } from "../compile-calendars/rows.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { compileMeeting, listCast, type CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { pinGrain } from "../compile-meeting/time-rules.js";
import type { Meeting } from "../problem.js";
import { findOpenStarts } from "../propose-slots/open-starts.js";
import { countLargerRooms, countWaste } from "../propose-slots/term-values.js";
import { seatMeeting, unseatMeeting } from "./pair-costs.js";
import type { PlanModel } from "./plan-model.js";
import { readStartCosts } from "./start-costs.js";

/** Possible starts of every venue for a length; the table is shared by all meetings of that length and brought up to date here. */
function roomStartsFor({ venues }: CompiledProblem, length: number): Starts {
  return startsFor(venues.rows, length, [...venues.all.keys()]);
}

function priceRooms(model: PlanModel, m: number, meeting: Meeting): void {
  const { compiled, venueCount } = model;
  const { medium, soft } = compiled.weights;
  const { all } = compiled.venues;
  for (const [v, venue] of all.entries()) {
    const waste = countWaste(meeting.seats, venue);
    const larger = medium.largerRoomFirst + soft.largerRoomFirst > 0 ? countLargerRooms(all, venue) : 0;
    model.roomMedium[m * venueCount + v] = medium.roomWaste * waste + medium.largerRoomFirst * larger;
    model.roomSoft[m * venueCount + v] = soft.roomWaste * waste + soft.largerRoomFirst * larger;
  }
}

function sortRooms(model: PlanModel, m: number, meeting: CompiledMeeting): number[] {
  const { roomMedium, roomSoft } = model;
  const base = m * model.venueCount;
  const order = (a: number, b: number): number => roomMedium[base + a]! - roomMedium[base + b]! || roomSoft[base + a]! - roomSoft[base + b]! || a - b;
  return meeting.needsVenue ? [...meeting.venues].sort(order) : [];
}

function countedBits(compiled: CompiledProblem, meeting: CompiledMeeting): Int32Array {
  const bits = new Int32Array((compiled.people.all.length + 31) >> 5);
  const cast = listCast(compiled, meeting);
  for (const [i, row] of cast.rows.entries()) if (cast.parts[i] !== "preferred") bits[row >> 5]! |= 1 << (row & 31);
  return bits;
}

/** Brings the possible starts of the venues up to date for meeting m, after one has changed. O(venues). */
export function refreshRooms(model: PlanModel, m: number): void {
  model.roomStarts[m] = roomStartsFor(model.compiled, model.length[m]!);
}

/** Works out the legal starts of meeting m again, after a calendar has changed. O(people named · words). */
export function refreshMeeting(model: PlanModel, m: number): void {
  const ready = model.ready[m]!;
  const { compiled } = model;
  const opened = findOpenStarts(compiled, ready);
  const costs = readStartCosts(compiled, ready, opened);
  model.open[m] = opened.starts;
  model.starts[m] = costs.starts;
  model.awayMedium[m] = costs.medium;
  model.awaySoft[m] = costs.soft;
  model.roomStarts[m] = roomStartsFor(compiled, ready.length);
}

/** Makes a meeting the model's number m, which must be free. Errors: those of `compileMeeting`. */
export function setMeeting(model: PlanModel, m: number, meeting: Meeting): void {
  const { compiled } = model;
  const ready = compileMeeting(compiled, meeting);
  model.pin[m] = meeting.pinned ? pinGrain(compiled.grid, meeting.pinned.start, `${meeting.id}.pinned`) : -1;
  model.meetings[m] = meeting;
  model.ready[m] = ready;
  model.length[m] = ready.length;
  model.priority[m] = meeting.priority ?? 1;
  model.needsVenue[m] = ready.needsVenue ? 1 : 0;
  priceRooms(model, m, meeting);
  model.rooms[m] = sortRooms(model, m, ready);
  model.counted[m] = countedBits(compiled, ready);
  refreshMeeting(model, m);
  seatMeeting(compiled, model.pairs, model.n, m, ready);
}

/** Frees a number: the meeting is no more. */
export function clearMeeting(model: PlanModel, m: number): void {
  unseatMeeting(model.compiled, model.pairs, model.n, m, model.ready[m]!);
  model.meetings[m] = undefined;
  model.ready[m] = undefined;
  model.priority[m] = 0;
  model.pin[m] = -1;
  model.starts[m] = new Int32Array(0);
}
