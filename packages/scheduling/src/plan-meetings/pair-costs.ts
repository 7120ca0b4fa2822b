import { listCast, type MeetingPeople, type Part } from "../compile-meeting/compile-meeting.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { TermWeights } from "../objective.js";

/** What two meetings cost each other, n × n, symmetric: `required` forbids overlap; `medium` and `soft` are per overlapping grain. */
export interface PairCosts {
  /** People required in both. */
  readonly required: Uint16Array;
  readonly medium: Int32Array;
  readonly soft: Int32Array;
  /** People named by both, in whatever part. */
  readonly common: Uint16Array;
  /** 1 when someone counted in a quorum or role of one is asked as much by the other, so that overlapping may leave it short. */
  readonly shared: Uint8Array;
}

const RANK: Readonly<Record<Part, number>> = { required: 3, role: 2, member: 2, preferred: 1 };

interface Seat {
  readonly meeting: number;
  readonly rank: number;
}

function seatPeople(compiled: CompiledProblem, meetings: readonly MeetingPeople[]): Seat[][] {
  const seats: Seat[][] = [];
  for (const [m, meeting] of meetings.entries()) {
    const cast = listCast(compiled, meeting);
    for (const [i, row] of cast.rows.entries()) (seats[row] ??= []).push({ meeting: m, rank: RANK[cast.parts[i]!] });
  }
  return seats;
}

/** Counts of one person's pair: both required; both merely preferred; anything between. */
function addPair(costs: PairCosts, weights: TermWeights, at: number, a: number, b: number): void {
  costs.common[at]!++;
  if (a >= 2 && b >= 2) costs.shared[at] = 1;
  if (a === 3 && b === 3) costs.required[at]!++;
  const term = a === 3 && b === 3 ? undefined : a === 1 && b === 1 ? "preferredClash" : "requiredPreferredClash";
  if (!term) return;
  costs.medium[at]! += weights.medium[term];
  costs.soft[at]! += weights.soft[term];
}

/** Builds the tables from the people of each meeting. O(n² + Σ over people of (their meetings)²); 12 bytes a pair. */
export function buildPairCosts(compiled: CompiledProblem, meetings: readonly MeetingPeople[]): PairCosts {
  const { weights } = compiled;
  const n = meetings.length;
  const costs: PairCosts = {
    required: new Uint16Array(n * n),
    medium: new Int32Array(n * n).fill(weights.medium.overlap),
    soft: new Int32Array(n * n).fill(weights.soft.overlap),
    common: new Uint16Array(n * n),
    shared: new Uint8Array(n * n),
  };
  for (const seats of seatPeople(compiled, meetings))
    if (seats)
      for (const one of seats)
        for (const other of seats)
          if (one.meeting !== other.meeting) addPair(costs, weights, one.meeting * n + other.meeting, one.rank, other.rank);
  return costs;
}
