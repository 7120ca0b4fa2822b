import { erodeRow } from "../compile-calendars/bitset.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { startsFor, type Rows } from "../compile-calendars/rows.js";
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

/** Keeps the starts at which everyone is free: their calendars first, then the length once. */
function andEveryone(starts: Int32Array, rows: Rows, length: number, people: Int32Array): void {
  if (people.length === 0) return;
  const together = rows.free.slice(people[0]! * rows.words, (people[0]! + 1) * rows.words);
  for (let p = 1; p < people.length; p++) andWith(together, rows.free, people[p]! * rows.words);
  erodeRow(together, 0, rows.words, length);
  andWith(starts, together, 0);
}

/** Keeps the starts at which at least one of the rows is free. */
function andAny(starts: Int32Array, live: Int32Array, rows: Rows, length: number, members: ArrayLike<number>): void {
  const { bits, count } = startsFor(rows, length, members);
  for (let i = 0; i < live.length; i++) {
    const base = live[i]! * count;
    let any = 0;
    for (let m = 0; m < members.length; m++) any |= bits[base + members[m]!]!;
    starts[live[i]!]! &= any;
  }
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
  andEveryone(starts, rows, length, meeting.required);
  const some = liveWords(starts);
  if (meeting.needsVenue) andAny(starts, some, compiled.venues.rows, length, meeting.venues);
  for (const role of meeting.roles) andRole(starts, some, rows, length, role);
  const live = liveWords(starts);
  const quorums = meeting.quorums.map((quorum) => {
    const planes = countStarts(rows, length, quorum.rows, live);
    andAtLeast(starts, planes, quorum.need);
    return planes;
  });
  return { starts, live, quorums, isEmpty: live.every((word) => starts[word] === 0) };
}
