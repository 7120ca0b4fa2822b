import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { erodedFor, startsOf, type Rows } from "../compile-calendars/rows.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import type { GroupNeed } from "../compile-meeting/meeting-people.js";
import { atLeast, countStarts, type Planes } from "./count-planes.js";

/** The starts at which every rule of a meeting holds, with the counts of each quorum for the words that survive. */
export interface OpenStarts {
  /** One bit per grain; 0 everywhere = nothing fits. */
  readonly starts: Int32Array;
  readonly isEmpty: boolean;
  readonly live: Int32Array;
  readonly quorums: readonly Planes[];
}

function andWith(starts: Int32Array, other: Int32Array, offset: number): void {
  for (let i = 0; i < starts.length; i++) starts[i]! &= other[offset + i]!;
}

/** Keeps the starts at which at least one of the rows is free. */
function andAny(starts: Int32Array, live: Int32Array, rows: Rows, length: number, members: ArrayLike<number>): void {
  const any = new Int32Array(live.length);
  const eroded = erodedFor(rows, length);
  const { starts: free } = eroded;
  for (let m = 0; m < members.length; m++) {
    const offset = startsOf(rows, eroded, length, members[m]!);
    for (let i = 0; i < live.length; i++) any[i]! |= free[offset + live[i]!]!;
  }
  for (let i = 0; i < live.length; i++) starts[live[i]!]! &= any[i]!;
}

/** Word numbers of `starts` that are not zero. */
export function liveWords(starts: Int32Array): Int32Array {
  const live = new Int32Array(starts.length);
  let n = 0;
  for (let i = 0; i < starts.length; i++) if (starts[i] !== 0) live[n++] = i;
  return live.subarray(0, n);
}

function andAtLeast(starts: Int32Array, planes: Planes, need: number): void {
  for (let i = 0; i < planes.live.length; i++) starts[planes.live[i]!]! &= atLeast(planes, i, need);
}

function andRole(starts: Int32Array, live: Int32Array, rows: Rows, length: number, role: GroupNeed): void {
  if (role.need === 1) andAny(starts, live, rows, length, role.rows);
  else andAtLeast(starts, countStarts(rows, length, role.rows, live), role.need);
}

/**
 * Intersects the rules, cheapest first, and counts quorums only on the words that survive.
 * O(people named · words), some 1 ns a word; bitset calendars with erosion and bit-sliced counters.
 */
export function findOpenStarts(compiled: CompiledProblem, meeting: CompiledMeeting): OpenStarts {
  const { length } = meeting;
  const { rows } = compiled.people;
  const starts = meeting.dayStarts.slice();
  for (const rule of meeting.timeRules) andWith(starts, rule.starts, 0);
  const eroded = erodedFor(rows, length);
  for (const row of meeting.required) andWith(starts, eroded.starts, startsOf(rows, eroded, length, row));
  const some = liveWords(starts);
  if (meeting.needsVenue) andAny(starts, some, compiled.venues.rows, length, meeting.venues);
  for (const role of meeting.roles) andRole(starts, some, rows, length, role);
  const live = liveWords(starts);
  const quorums = meeting.quorums.map((quorum) => {
    const planes = countStarts(rows, length, quorum.rows, live);
    andAtLeast(starts, planes, quorum.need);
    return planes;
  });
  return { starts, live, quorums, isEmpty: starts.every((word) => word === 0) };
}
