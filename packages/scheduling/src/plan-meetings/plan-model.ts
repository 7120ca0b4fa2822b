import { bufferGrains, compileProblem, type CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { Grid } from "../compile-calendars/grid.js";
import { erodedFor, startsOf } from "../compile-calendars/rows.js";
import { compileMeeting, listCast, type CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { pinGrain } from "../compile-meeting/time-rules.js";
import type { Level, Meeting, Problem } from "../problem.js";
import { findOpenStarts } from "../propose-slots/open-starts.js";
import { countLargerRooms, countRestDay, countWaste } from "../propose-slots/term-values.js";
import { SchedulingError } from "../scheduling-error.js";
import { expandMeetings } from "./expand-meetings.js";
import { listOrders, type Orders } from "./meeting-order.js";
import { buildPairCosts, type PairCosts } from "./pair-costs.js";
import { readStartCosts } from "./start-costs.js";

const MOST_MEETINGS = 5000;

/** A problem as the search sees it: meetings 0 … n−1, their legal starts and rooms, and what two of them cost each other. */
export interface PlanModel {
  readonly compiled: CompiledProblem;
  readonly grid: Grid;
  readonly meetings: readonly Meeting[];
  readonly ready: readonly CompiledMeeting[];
  readonly n: number;
  readonly length: Int32Array;
  readonly priority: Int32Array;
  /** Starts at which every rule of the meeting holds as far as calendars go; in order, and as bits. */
  readonly starts: readonly Int32Array[];
  readonly open: readonly Int32Array[];
  /** Medium cost of each of `starts` (who is away); undefined = always 0. */
  readonly awayMedium: readonly (Int32Array | undefined)[];
  readonly awaySoft: readonly (Int32Array | undefined)[];
  /** Fitting venues, best first; their possible starts for this length are `roomStarts[m]`, `grid.words` a row. */
  readonly rooms: readonly (readonly number[])[];
  readonly roomStarts: readonly Int32Array[];
  readonly roomMedium: Int32Array;
  readonly roomSoft: Int32Array;
  readonly venueCount: number;
  readonly buffer: Int32Array;
  readonly dayMedium: Int32Array;
  readonly daySoft: Int32Array;
  readonly pairs: PairCosts;
  readonly orders: Orders;
  /** For each meeting the people it counts on (all but the preferred), as bits over people. */
  readonly counted: readonly Int32Array[];
  /** Grain of a pin, or −1. */
  readonly pin: Int32Array;
}

function listBits(bits: Int32Array): Int32Array {
  const found: number[] = [];
  for (let w = 0; w < bits.length; w++) for (let rest = bits[w]!; rest !== 0; rest &= rest - 1) found.push((w << 5) | (31 - Math.clz32(rest & -rest)));
  return Int32Array.from(found);
}

function roomStartsFor(compiled: CompiledProblem, length: number): Int32Array {
  const { rows } = compiled.venues;
  const eroded = erodedFor(rows, length);
  for (let row = 0; row < compiled.venues.all.length; row++) startsOf(rows, eroded, length, row);
  return eroded.starts;
}

function roomCosts(compiled: CompiledProblem, meetings: readonly Meeting[], level: Level): Int32Array {
  const { roomWaste, largerRoomFirst } = compiled.weights[level];
  const { all } = compiled.venues;
  const larger = all.map((venue) => largerRoomFirst * countLargerRooms(all, venue));
  return Int32Array.from(meetings.flatMap((meeting) => all.map((venue, v) => roomWaste * countWaste(meeting.seats, venue) + larger[v]!)));
}

function countedBits(compiled: CompiledProblem, meeting: CompiledMeeting): Int32Array {
  const bits = new Int32Array((compiled.people.all.length + 31) >> 5);
  const cast = listCast(compiled, meeting);
  for (const [i, row] of cast.rows.entries()) if (cast.parts[i] !== "preferred") bits[row >> 5]! |= 1 << (row & 31);
  return bits;
}

function dayCosts(compiled: CompiledProblem, level: Level): Int32Array {
  const { grid } = compiled;
  return Int32Array.from({ length: grid.days }, (_, day) => compiled.weights[level].restDay * countRestDay(compiled, day * grid.perDay));
}

function sortRooms(ready: readonly CompiledMeeting[], medium: Int32Array, soft: Int32Array, count: number): number[][] {
  return ready.map((meeting, m) =>
    meeting.needsVenue ? [...meeting.venues].sort((a, b) => medium[m * count + a]! - medium[m * count + b]! || soft[m * count + a]! - soft[m * count + b]! || a - b) : [],
  );
}

/** Prepares a problem for planning. O(n · people named · words + n²). Errors: those of `compileProblem`, `compileMeeting` and `expandMeetings`, `too-many-meetings`. */
export function buildModel(problem: Problem | CompiledProblem): PlanModel {
  const compiled = "grid" in problem ? problem : compileProblem(problem);
  const meetings = expandMeetings(compiled);
  const n = meetings.length;
  if (n > MOST_MEETINGS) throw new SchedulingError("too-many-meetings", "meetings", { count: n, most: MOST_MEETINGS });
  const { grid } = compiled;
  const ready = meetings.map((meeting) => compileMeeting(compiled, meeting));
  const opened = ready.map((meeting) => findOpenStarts(compiled, meeting));
  const costs = ready.map((meeting, m) => readStartCosts(compiled, meeting, opened[m]!));
  const roomMedium = roomCosts(compiled, meetings, "medium");
  const roomSoft = roomCosts(compiled, meetings, "soft");
  const venueCount = compiled.venues.all.length;
  return {
    compiled,
    grid,
    meetings,
    ready,
    n,
    length: Int32Array.from(ready, (meeting) => meeting.length),
    priority: Int32Array.from(meetings, (meeting) => meeting.priority ?? 1),
    starts: opened.map(({ starts }) => listBits(starts)),
    open: opened.map(({ starts }) => starts),
    awayMedium: costs.map((cost) => cost.medium),
    awaySoft: costs.map((cost) => cost.soft),
    rooms: sortRooms(ready, roomMedium, roomSoft, venueCount),
    roomStarts: ready.map((meeting) => roomStartsFor(compiled, meeting.length)),
    roomMedium,
    roomSoft,
    venueCount,
    buffer: Int32Array.from(compiled.venues.all, bufferGrains),
    dayMedium: dayCosts(compiled, "medium"),
    daySoft: dayCosts(compiled, "soft"),
    pairs: buildPairCosts(compiled, ready),
    orders: listOrders(meetings, compiled.problem.meetings),
    counted: ready.map((meeting) => countedBits(compiled, meeting)),
    pin: Int32Array.from(meetings, (meeting) => (meeting.pinned ? pinGrain(grid, meeting.pinned.start, `${meeting.id}.pinned`) : -1)),
  };
}
