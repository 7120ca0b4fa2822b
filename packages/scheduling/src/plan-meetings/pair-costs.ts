import { listCast, type MeetingPeople, type Part } from "../compile-meeting/compile-meeting.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";

/** What two meetings cost each other, `room` × `room`, symmetric: `required` forbids overlap; `medium` and `soft` are per overlapping grain. */
export interface PairCosts {
  /** People required in both. */
  readonly required: Uint16Array;
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

/** Tables for `room` meetings that name nobody yet; 14 bytes a pair. */
export function makePairCosts(compiled: CompiledProblem, room: number): PairCosts {
  const { medium, soft } = compiled.weights;
  return {
    required: new Uint16Array(room * room),
    medium: new Int32Array(room * room).fill(medium.overlap),
    soft: new Int32Array(room * room).fill(soft.overlap),
    common: new Uint16Array(room * room),
    shared: new Uint16Array(room * room),
    seats: new Map(),
  };
}

/** Adds (`sign` 1) or takes back (−1) one person's part in a pair: both required; both merely preferred; anything between. */
function addPair(compiled: CompiledProblem, costs: PairCosts, at: number, a: number, b: number, sign: number): void {
  costs.common[at]! += sign;
  if (a >= 2 && b >= 2) costs.shared[at]! += sign;
  if (a === 3 && b === 3) {
    costs.required[at]! += sign;
    return;
  }
  const term = a === 1 && b === 1 ? "preferredClash" : "requiredPreferredClash";
  costs.medium[at]! += sign * compiled.weights.medium[term];
  costs.soft[at]! += sign * compiled.weights.soft[term];
}

/** Brings the people of a meeting into the tables. O(Σ over its people of their meetings). */
export function seatMeeting(compiled: CompiledProblem, costs: PairCosts, room: number, m: number, meeting: MeetingPeople): void {
  const cast = listCast(compiled, meeting);
  for (const [i, row] of cast.rows.entries()) {
    const rank = RANK[cast.parts[i]!];
    const seats = costs.seats.get(row) ?? [];
    for (const other of seats) {
      addPair(compiled, costs, m * room + other.meeting, rank, other.rank, 1);
      addPair(compiled, costs, other.meeting * room + m, other.rank, rank, 1);
    }
    seats.push({ meeting: m, rank });
    costs.seats.set(row, seats);
  }
}

/** Takes the people of a meeting out of the tables again. */
export function unseatMeeting(compiled: CompiledProblem, costs: PairCosts, room: number, m: number, meeting: MeetingPeople): void {
  const cast = listCast(compiled, meeting);
  for (const [i, row] of cast.rows.entries()) {
    const rank = RANK[cast.parts[i]!];
    const seats = costs.seats.get(row)!.filter((seat) => seat.meeting !== m);
    costs.seats.set(row, seats);
    for (const other of seats) {
      addPair(compiled, costs, m * room + other.meeting, rank, other.rank, -1);
      addPair(compiled, costs, other.meeting * room + m, other.rank, rank, -1);
    }
  }
}
