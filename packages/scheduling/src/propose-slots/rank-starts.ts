import { countBits, hasBit } from "../compile-calendars/bitset.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { erodedFor, startsOf } from "../compile-calendars/rows.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { LEVELS, type TermWeights } from "../objective.js";
import { countAt, weighStarts, type Planes } from "./count-planes.js";
import type { OpenStarts } from "./open-starts.js";
import { countLargerRooms, countRestDay, countWaste } from "./term-values.js";

/** Every open start with its cost at each level and its best venue (index in the ordered venues, −1 = none needed). */
export interface Ranking {
  readonly count: number;
  readonly starts: Int32Array;
  readonly venue: Int32Array;
  /** Weight of the preferred people who are missing at each start; empty when there are none. */
  readonly missing: Int32Array;
  /** How many members of each quorum are there at each start. */
  readonly have: readonly Int32Array[];
  /** One array for each of `LEVELS`, or undefined where no term of that level applies. */
  readonly costs: readonly (Float64Array | undefined)[];
  /** Rows of the fitting venues, best first; the order is the same at every start. */
  readonly venues: readonly number[];
}

/** What tells open starts apart: the weight of preferred people missing, and how many of each quorum are there. */
export interface StartValues {
  readonly starts: Int32Array;
  readonly missing: Int32Array;
  readonly have: readonly Int32Array[];
}

function venueCosts(compiled: CompiledProblem, meeting: CompiledMeeting, weights: TermWeights, row: number): number[] {
  const venue = compiled.venues.all[row]!;
  const waste = countWaste(meeting.meeting.seats, venue);
  return LEVELS.map((level) => {
    const w = weights[level];
    return waste * w.roomWaste + (w.largerRoomFirst === 0 ? 0 : w.largerRoomFirst * countLargerRooms(compiled.venues.all, venue));
  });
}

/** Reads the counts of every open start. O(open starts · planes). */
export function readValues(compiled: CompiledProblem, meeting: CompiledMeeting, open: OpenStarts, total: number): StartValues {
  const { live } = open;
  const preferred = total === 0 ? undefined : weighStarts(compiled.people.rows, meeting.length, meeting.preferred, meeting.weights, live);
  const starts = new Int32Array(countBits(open.starts, 0, open.starts.length));
  let n = 0;
  for (let i = 0; i < live.length; i++)
    for (let rest = open.starts[live[i]!]!; rest !== 0; rest &= rest - 1) starts[n++] = (live[i]! << 5) | (31 - Math.clz32(rest & -rest));
  const missing = preferred ? readCounts(open, preferred, starts.length) : new Int32Array(0);
  for (let i = 0; i < missing.length; i++) missing[i] = total - missing[i]!;
  return { starts, missing, have: open.quorums.map((planes) => readCounts(open, planes, starts.length)) };
}

/** The counts of the open starts, in order. */
function readCounts(open: OpenStarts, planes: Planes, size: number): Int32Array {
  const counts = new Int32Array(size);
  let n = 0;
  for (let i = 0; i < open.live.length; i++)
    for (let rest = open.starts[open.live[i]!]!; rest !== 0; rest &= rest - 1) counts[n++] = countAt(planes, i, 31 - Math.clz32(rest & -rest));
  return counts;
}

function orderVenues(meeting: CompiledMeeting, costs: ReadonlyMap<number, readonly number[]>): number[] {
  return [...meeting.venues].sort((a, b) => {
    const x = costs.get(a)!;
    const y = costs.get(b)!;
    return x[0]! - y[0]! || x[1]! - y[1]! || x[2]! - y[2]! || a - b;
  });
}

/** Which of the ordered venues is the first that is free at each start. */
function chooseVenues(compiled: CompiledProblem, length: number, venues: readonly number[], starts: Int32Array): Int32Array {
  const { rows } = compiled.venues;
  const eroded = erodedFor(rows, length);
  const offsets = venues.map((row) => startsOf(rows, eroded, length, row));
  const chosen = new Int32Array(starts.length);
  for (let i = 0; i < starts.length; i++) {
    let v = 0;
    while (!hasBit(eroded.starts, offsets[v]!, starts[i]!)) v++;
    chosen[i] = v;
  }
  return chosen;
}

/** Costs of every open start. O(open starts · terms). */
export function rankStarts(compiled: CompiledProblem, meeting: CompiledMeeting, open: OpenStarts, weights: TermWeights): Ranking {
  const { length } = meeting;
  const total = meeting.weights.reduce((sum, weight) => sum + weight, 0);
  const { starts, missing, have } = readValues(compiled, meeting, open, total);
  const byVenue = new Map(meeting.venues.map((row) => [row, venueCosts(compiled, meeting, weights, row)]));
  const venues = meeting.needsVenue ? orderVenues(meeting, byVenue) : [];
  const venue = meeting.needsVenue ? chooseVenues(compiled, length, venues, starts) : new Int32Array(starts.length).fill(-1);
  const costs = LEVELS.map((level, l) => {
    const { preferredAbsent, quorumMargin, finishEarly, restDay, roomWaste, largerRoomFirst } = weights[level];
    const ofMissing = total === 0 ? 0 : preferredAbsent * length;
    const ofAbsent = meeting.quorums.length === 0 ? 0 : quorumMargin;
    const ofVenue = venues.length > 0 && roomWaste + largerRoomFirst > 0 ? venues.map((row) => byVenue.get(row)![l]!) : undefined;
    if (!ofMissing && !ofAbsent && !finishEarly && !restDay && !ofVenue) return undefined;
    const cost = new Float64Array(starts.length);
    for (let i = 0; i < starts.length; i++) {
      let sum = finishEarly * (starts[i]! + length - 1);
      if (ofMissing) sum += ofMissing * missing[i]!;
      if (ofAbsent) for (let q = 0; q < have.length; q++) sum += ofAbsent * (meeting.quorums[q]!.rows.length - have[q]![i]!);
      if (ofVenue) sum += ofVenue[venue[i]!]!;
      if (restDay) sum += restDay * countRestDay(compiled, starts[i]!);
      cost[i] = sum;
    }
    return cost;
  });
  return { count: starts.length, starts, venue, missing, have, costs, venues };
}
