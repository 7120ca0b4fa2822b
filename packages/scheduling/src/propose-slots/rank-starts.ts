import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { canStart, startsFor } from "../compile-calendars/rows.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { LEVELS } from "../objective.js";
import type { Level, Venue } from "../problem.js";
import type { Planes } from "./count-planes.js";
import type { OpenStarts } from "./open-starts.js";
import { countPreferred, readValues, type StartValues } from "./read-values.js";
import { countLargerRooms, countRestDay, countWaste } from "./term-values.js";

/** What the terms of one level cost; 0 where one does not apply. */
export interface LevelCosts {
  readonly ofMissing: number;
  readonly ofAbsent: number;
  readonly finishEarly: number;
  readonly restDay: number;
  /** By venue row; undefined when rooms do not matter at this level. */
  readonly ofVenue: readonly number[] | undefined;
}

/** What is the same at every start of one meeting. */
export interface RankView {
  readonly compiled: CompiledProblem;
  readonly meeting: CompiledMeeting;
  readonly open: OpenStarts;
  readonly preferred: Planes | undefined;
  /** Rows of the fitting venues, best first. */
  readonly venues: readonly number[];
  /** One for each of `LEVELS`. */
  readonly levels: readonly LevelCosts[];
}

/** Open starts with their cost at each level and their best venue (index in `RankView.venues`, −1 = none needed). */
export interface Ranking extends StartValues {
  readonly venue: Int32Array;
  /** One array for each of `LEVELS`, or undefined where no term of that level applies. */
  readonly costs: readonly (Float64Array | undefined)[];
}

function readLevel(compiled: CompiledProblem, meeting: CompiledMeeting, level: Level): LevelCosts {
  const { preferredAbsent, quorumMargin, finishEarly, restDay, roomWaste, largerRoomFirst } = compiled.weights[level];
  const { all } = compiled.venues;
  const priceVenue = (venue: Venue): number =>
    roomWaste * countWaste(meeting.meeting.seats, venue) + (largerRoomFirst === 0 ? 0 : largerRoomFirst * countLargerRooms(all, venue));
  return {
    ofMissing: meeting.preferred.length === 0 ? 0 : preferredAbsent * meeting.length,
    ofAbsent: meeting.quorums.length === 0 ? 0 : quorumMargin,
    finishEarly,
    restDay,
    ofVenue: roomWaste + largerRoomFirst > 0 ? all.map(priceVenue) : undefined,
  };
}

/** Rows of the fitting venues, best first. */
export function orderVenues(meeting: CompiledMeeting, levels: readonly LevelCosts[]): number[] {
  if (!meeting.needsVenue) return [];
  const priced = levels.flatMap((level) => (level.ofVenue ? [level.ofVenue] : []));
  return [...meeting.venues].sort((a, b) => {
    for (const costs of priced) if (costs[a] !== costs[b]) return costs[a]! - costs[b]!;
    return a - b;
  });
}

/** What the terms cost for one meeting, for each of `LEVELS`. O(venues). */
export function readLevels(compiled: CompiledProblem, meeting: CompiledMeeting): LevelCosts[] {
  return LEVELS.map((level) => readLevel(compiled, meeting, level));
}

/** Makes ready for ranking. O(preferred · live words + venues · log venues). */
export function viewRanking(compiled: CompiledProblem, meeting: CompiledMeeting, open: OpenStarts): RankView {
  const priced = readLevels(compiled, meeting);
  const levels = meeting.needsVenue ? priced : priced.map((level) => ({ ...level, ofVenue: undefined }));
  return { compiled, meeting, open, preferred: countPreferred(compiled, meeting, open, levels), venues: orderVenues(meeting, levels), levels };
}

export function isCounted({ ofMissing, ofAbsent, finishEarly, restDay, ofVenue }: LevelCosts): boolean {
  return ofMissing + ofAbsent + finishEarly + restDay > 0 || ofVenue !== undefined;
}

/** Which of the ordered venues is the first that is free at each start. */
function chooseVenues({ compiled, meeting, venues }: RankView, starts: Int32Array): Int32Array {
  const chosen = new Int32Array(starts.length).fill(-1);
  if (!meeting.needsVenue) return chosen;
  const table = startsFor(compiled.venues.rows, meeting.length, venues);
  for (let i = 0; i < starts.length; i++) {
    let v = 0;
    while (!canStart(table, venues[v]!, starts[i]!)) v++;
    chosen[i] = v;
  }
  return chosen;
}

/** What those cost who are away by their own calendars at the ith start. */
export function priceAway(meeting: CompiledMeeting, { ofMissing, ofAbsent }: LevelCosts, { missing, have }: StartValues, i: number): number {
  let sum = ofMissing > 0 ? ofMissing * missing[i]! : 0;
  if (ofAbsent > 0) for (let q = 0; q < have.length; q++) sum += ofAbsent * (meeting.quorums[q]!.rows.length - have[q]![i]!);
  return sum;
}

function priceStarts(view: RankView, level: LevelCosts, values: StartValues, venue: Int32Array): Float64Array {
  const { compiled, meeting, venues } = view;
  const { starts } = values;
  const cost = new Float64Array(starts.length);
  for (let i = 0; i < starts.length; i++) {
    let sum = level.finishEarly * (starts[i]! + meeting.length - 1) + priceAway(meeting, level, values, i);
    if (level.ofVenue) sum += level.ofVenue[venues[venue[i]!]!]!;
    if (level.restDay > 0) sum += level.restDay * countRestDay(compiled, starts[i]!);
    cost[i] = sum;
  }
  return cost;
}

/** Costs of the open starts in `bits` (one word for each of `open.live`). O(starts · (terms + venues)). */
export function rankStarts(view: RankView, bits: Int32Array): Ranking {
  const values = readValues(view.meeting, view.open, bits, view.preferred);
  const venue = chooseVenues(view, values.starts);
  const costs = view.levels.map((level) => (isCounted(level) ? priceStarts(view, level, values, venue) : undefined));
  return { ...values, venue, costs };
}
