import { listCast, type MeetingPeople, type Part } from "../compile-meeting/compile-meeting.js";
import { fillBits } from "../compile-calendars/bitset.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";

/** What two meetings cost each other, `room` × `room`, symmetric: `required` forbids overlap; `medium` and `soft` are per overlapping grain. */
export interface PairCosts {
  /** People required in both, and the same as bits (1 = some), `clashWords` a row: the search reads these more than anything else. */
  readonly required: Uint16Array;
  readonly clash: Int32Array;
  readonly clashWords: number;
  readonly medium: Int32Array;
  readonly soft: Int32Array;
  /** People named by both, in whatever part. */
  readonly common: Uint16Array;
  /** People whom both count on (required, in a role or quorum): when there are any, overlapping may leave one of them short. */
  readonly shared: Uint16Array;
  /** For each person the meetings that name them, and how strongly. */
  readonly seats: Map<number, Seat[]>;
}

interface Seat {
  readonly meeting: number;
  readonly rank: number;
}

const RANK: Readonly<Record<Part, number>> = { required: 3, role: 2, member: 2, preferred: 1 };

/** Memory that is not written to costs nothing until it is. */
function makeTable(size: number, value: number): Int32Array {
  const table = new Int32Array(size);
  return value === 0 ? table : table.fill(value);
}

/** Tables for `room` meetings that name nobody yet; 14 bytes a pair. */
export function makePairCosts(compiled: CompiledProblem, room: number): PairCosts {
  const { medium, soft } = compiled.weights;
  const clashWords = (room + 31) >> 5;
  return {
    required: new Uint16Array(room * room),
    clash: new Int32Array(room * clashWords),
    clashWords,
    medium: makeTable(room * room, medium.overlap),
    soft: makeTable(room * room, soft.overlap),
    common: new Uint16Array(room * room),
    shared: new Uint16Array(room * room),
    seats: new Map(),
  };
}

/** Adds (`sign` 1) or takes back (−1) one person's part in m for j: both required; both merely preferred; anything between. */
function addPair(compiled: CompiledProblem, costs: PairCosts, room: number, m: Seat, j: Seat, sign: number): void {
  const at = m.meeting * room + j.meeting;
  costs.common[at]! += sign;
  if (m.rank >= 2 && j.rank >= 2) costs.shared[at]! += sign;
  if (m.rank === 3 && j.rank === 3) {
    costs.required[at]! += sign;
    fillBits(costs.clash, m.meeting * costs.clashWords, j.meeting, j.meeting + 1, costs.required[at] !== 0);
    return;
  }
  const term = m.rank === 1 && j.rank === 1 ? "preferredClash" : "requiredPreferredClash";
  costs.medium[at]! += sign * compiled.weights.medium[term];
  costs.soft[at]! += sign * compiled.weights.soft[term];
}

/** Books what one person's seats share, both ways. */
function addSeat(compiled: CompiledProblem, costs: PairCosts, room: number, seat: Seat, others: readonly Seat[], sign: number): void {
  for (const other of others) {
    addPair(compiled, costs, room, seat, other, sign);
    addPair(compiled, costs, room, other, seat, sign);
  }
}

/** Brings the people of a meeting into the tables. O(Σ over its people of their meetings). */
export function seatMeeting(compiled: CompiledProblem, costs: PairCosts, room: number, m: number, meeting: MeetingPeople): void {
  const cast = listCast(compiled, meeting);
  for (const [i, row] of cast.rows.entries()) {
    const seat = { meeting: m, rank: RANK[cast.parts[i]!] };
    const seats = costs.seats.get(row) ?? [];
    addSeat(compiled, costs, room, seat, seats, 1);
    seats.push(seat);
    costs.seats.set(row, seats);
  }
}

/** Takes the people of a meeting out of the tables again. */
export function unseatMeeting(compiled: CompiledProblem, costs: PairCosts, room: number, m: number, meeting: MeetingPeople): void {
  const cast = listCast(compiled, meeting);
  for (const [i, row] of cast.rows.entries()) {
    const seats = costs.seats.get(row)!.filter((seat) => seat.meeting !== m);
    costs.seats.set(row, seats);
    addSeat(compiled, costs, room, { meeting: m, rank: RANK[cast.parts[i]!] }, seats, -1);
  }
}
