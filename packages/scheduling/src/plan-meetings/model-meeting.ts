import { startsFor, type Starts } from "../compile-calendars/rows.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { listCast, type CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { pinGrain } from "../compile-meeting/time-rules.js";
import { findOpenStarts } from "../propose-slots/open-starts.js";
import { orderVenues, readLevels, type LevelCosts } from "../propose-slots/rank-starts.js";
import { seatMeeting, unseatMeeting } from "./pair-costs.js";
import type { PlanModel } from "./plan-model.js";
import { readStartCosts } from "./start-costs.js";

/** Possible starts of every venue for a length; the table is shared by all meetings of that length and brought up to date here. */
function roomStartsFor({ venues }: CompiledProblem, length: number): Starts {
  return startsFor(venues.rows, length, [...venues.all.keys()]);
}

function priceRooms(model: PlanModel, m: number, levels: readonly LevelCosts[]): void {
  for (const [costs, level] of [
    [model.roomMedium, levels[1]!],
    [model.roomSoft, levels[2]!],
  ] as const)
    for (let v = 0; v < model.venueCount; v++) costs[m * model.venueCount + v] = level.ofVenue?.[v] ?? 0;
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
  const { starts, away } = readStartCosts(compiled, ready, opened, readLevels(compiled, ready));
  model.open[m] = opened.starts;
  model.starts[m] = starts;
  model.awayMedium[m] = away[1];
  model.awaySoft[m] = away[2];
  model.roomStarts[m] = roomStartsFor(compiled, ready.length);
}

/** Makes a meeting the model's number m, which must be free. */
export function setMeeting(model: PlanModel, m: number, ready: CompiledMeeting): void {
  const { compiled } = model;
  const { meeting } = ready;
  const levels = readLevels(compiled, ready);
  model.pin[m] = meeting.pinned ? pinGrain(compiled.grid, meeting.pinned.start, `${meeting.id}.pinned`) : -1;
  model.meetings[m] = meeting;
  model.ready[m] = ready;
  model.length[m] = ready.length;
  model.priority[m] = meeting.priority ?? 1;
  model.needsVenue[m] = ready.needsVenue ? 1 : 0;
  priceRooms(model, m, levels);
  model.rooms[m] = orderVenues(ready, levels);
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
