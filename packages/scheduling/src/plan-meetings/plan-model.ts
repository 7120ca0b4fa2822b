import { compileProblem, type CompiledProblem } from "../compile-calendars/compile-problem.js";
import { bufferGrains } from "../compile-calendars/fill-calendar.js";
import type { Grid } from "../compile-calendars/grid.js";
import type { Starts } from "../compile-calendars/rows.js";
import { compileMeeting, type CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import type { Level, Meeting, Problem } from "../problem.js";
import { countRestDay } from "../propose-slots/term-values.js";
import { SchedulingError } from "../scheduling-error.js";
import { takeSteps, type Steps } from "../steps.js";
import { checkPins } from "./check-pins.js";
import { expandMeetings } from "./expand-meetings.js";
import { listOrders, type Orders } from "./meeting-order.js";
import { setMeeting } from "./model-meeting.js";
import { makePairCosts, type PairCosts } from "./pair-costs.js";

const MOST_MEETINGS = 5000;

/**
 * A problem as the search sees it: meetings 0 … n−1, their legal starts and rooms, and what two of them cost each other.
 * A number without a meeting (kept for one that is added later) has no starts and priority 0. Changed only by `setMeeting`, `clearMeeting`, `refreshMeeting`.
 */
export interface PlanModel {
  readonly compiled: CompiledProblem;
  readonly grid: Grid;
  readonly n: number;
  readonly meetings: (Meeting | undefined)[];
  readonly ready: (CompiledMeeting | undefined)[];
  readonly length: Int32Array;
  readonly priority: Int32Array;
  readonly needsVenue: Uint8Array;
  /** Starts at which every rule of the meeting holds as far as calendars go; in order, and as bits. */
  readonly starts: Int32Array[];
  readonly open: Int32Array[];
  /** Medium and soft cost of each of `starts` (who is away); undefined = always 0. */
  readonly awayMedium: (Int32Array | undefined)[];
  readonly awaySoft: (Int32Array | undefined)[];
  /** Fitting venues, best first; possible starts of all venues for this length are `roomStarts[m]`. */
  readonly rooms: (readonly number[])[];
  readonly roomStarts: Starts[];
  readonly roomMedium: Float64Array;
  readonly roomSoft: Float64Array;
  readonly venueCount: number;
  readonly buffer: Int32Array;
  readonly dayMedium: Float64Array;
  readonly daySoft: Float64Array;
  readonly pairs: PairCosts;
  orders: Orders;
  /** For each meeting the people it counts on (all but the preferred), as bits over people. */
  readonly counted: Int32Array[];
  /** Grain of a pin, or −1. */
  readonly pin: Int32Array;
}

function dayCosts(compiled: CompiledProblem, level: Level): Float64Array {
  const { grid } = compiled;
  return Float64Array.from({ length: grid.days }, (_, day) => compiled.weights[level].restDay * countRestDay(compiled, day * grid.perDay));
}

function fillEach<T>(n: number, make: () => T): T[] {
  return Array.from({ length: n }, make);
}

/** An empty model for `n` meetings. O(n²). */
function makeModel(compiled: CompiledProblem, n: number): PlanModel {
  const { grid } = compiled;
  const venueCount = compiled.venues.all.length;
  const nothing = new Int32Array(0);
  const noStarts: Starts = { count: 0, bits: nothing, isFresh: new Uint8Array(0) };
  return {
    compiled,
    grid,
    n,
    meetings: fillEach<undefined>(n, () => undefined),
    ready: fillEach<undefined>(n, () => undefined),
    length: new Int32Array(n).fill(1),
    priority: new Int32Array(n),
    needsVenue: new Uint8Array(n),
    starts: fillEach(n, () => nothing),
    open: fillEach(n, () => nothing),
    awayMedium: fillEach<undefined>(n, () => undefined),
    awaySoft: fillEach<undefined>(n, () => undefined),
    rooms: fillEach(n, () => []),
    roomStarts: fillEach(n, () => noStarts),
    roomMedium: new Float64Array(n * venueCount),
    roomSoft: new Float64Array(n * venueCount),
    venueCount,
    buffer: Int32Array.from([...compiled.venues.all.map(bufferGrains), 0]),
    dayMedium: dayCosts(compiled, "medium"),
    daySoft: dayCosts(compiled, "soft"),
    pairs: makePairCosts(compiled, n),
    orders: { before: [], after: [] },
    counted: fillEach(n, () => nothing),
    pin: new Int32Array(n).fill(-1),
  };
}

/** The meetings of a model that exist, with series expanded. */
export function listMeetings(model: PlanModel): Meeting[] {
  return model.meetings.filter((meeting) => meeting !== undefined);
}

/**
 * A model whose meetings are known by name only, with `spare` numbers for meetings added later. O(n²).
 * Errors: those of `expandMeetings`, `too-many-meetings`.
 */
export function openModel(compiled: CompiledProblem, spare = 0): PlanModel {
  const meetings = expandMeetings(compiled);
  if (meetings.length > MOST_MEETINGS) throw new SchedulingError("too-many-meetings", "meetings", { count: meetings.length, most: MOST_MEETINGS });
  const model = makeModel(compiled, meetings.length + spare);
  for (const [m, meeting] of meetings.entries()) {
    model.meetings[m] = meeting;
    model.priority[m] = meeting.priority ?? 1;
  }
  return model;
}

/** Works out the meetings of an opened model, one a step. O(n · people named · words). Errors: those of `compileMeeting`, `circular-after`, `overlapping-pins`. */
export function* readMeetings(model: PlanModel): Steps {
  for (const [m, meeting] of model.meetings.entries()) {
    if (meeting) setMeeting(model, m, compileMeeting(model.compiled, meeting));
    yield;
  }
  model.orders = listOrders(model.meetings, model.compiled.problem.meetings);
  checkPins(model.compiled, model.ready);
}

/**
 * Prepares a problem for planning, with `spare` numbers for meetings added later. O(n · people named · words + n²).
 * Errors: those of `compileProblem`, `openModel` and `readMeetings`.
 */
export function buildModel(problem: Problem | CompiledProblem, spare = 0): PlanModel {
  const model = openModel("grid" in problem ? problem : compileProblem(problem), spare);
  takeSteps(readMeetings(model));
  return model;
}
