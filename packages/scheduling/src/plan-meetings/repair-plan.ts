import { canStart } from "../compile-calendars/rows.js";
import { drawBelow } from "../random.js";
import { findBestSpot, type Spot } from "./construct-plan.js";
import { listOutOfOrder } from "./keep-order.js";
import { placeMeeting, removeMeeting } from "./place-meeting.js";
import type { PlanState } from "./plan-state.js";
import { BEST_ROOM, priceSlot } from "./price-slot.js";

const MOST_EJECTED = 3;
/** Times that no spot could be cleared for a meeting before it is given up. */
const MOST_FAILURES = 20;

/** A spot that becomes legal once some meetings leave it. */
export interface Ejection {
  readonly start: number;
  readonly venue: number;
  readonly ejected: readonly number[];
  readonly weight: number;
}

/** Meetings that keep m out of a start whatever the room (they share required or counted people, or the order forbids it), and those in each room. */
function listBlockers(state: PlanState, m: number, s: number): { always: number[]; inRoom: Map<number, number[]> } {
  const { model, start, end, venue, bucket } = state;
  const day = Math.floor(s / model.grid.perDay);
  const e = s + model.length[m]!;
  const misplaced = listOutOfOrder(state, m, s, e);
  const always: number[] = misplaced.length > 0 ? [...misplaced] : [];
  const inRoom = new Map<number, number[]>();
  for (let at = day * model.n; at < day * model.n + state.filled[day]!; at++) {
    const j = bucket[at]!;
    const gap = Math.max(start[j]! - e, s - end[j]!);
    if (misplaced.length > 0 && misplaced.includes(j)) continue;
    if (gap < 0 && (model.pairs.required[m * model.n + j] !== 0 || model.pairs.shared[m * model.n + j] !== 0)) always.push(j);
    else if (venue[j]! < model.venueCount && gap < model.buffer[venue[j]!]!) inRoom.set(venue[j]!, [...(inRoom.get(venue[j]!) ?? []), j]);
  }
  return { always, inRoom };
}

function weigh(state: PlanState, weights: Float64Array, ejected: readonly number[]): number {
  let sum = 0;
  for (const j of ejected) {
    if (state.isFixed[j] === 1) return Infinity;
    sum += weights[j]! * state.model.priority[j]!;
  }
  return ejected.length > MOST_EJECTED ? Infinity : sum;
}

/** The way of clearing a start for m that ejects the lightest meetings; `undefined` when fixed ones or too many stand there. O(meetings of the day · rooms). */
export function cheapestEjection(state: PlanState, m: number, s: number, weights: Float64Array): Ejection | undefined {
  const { model } = state;
  const { always, inRoom } = listBlockers(state, m, s);
  const rooms = model.needsVenue[m] === 1 ? model.rooms[m]! : [model.venueCount];
  let best: Ejection | undefined;
  for (const venue of rooms) {
    if (venue < model.venueCount && !canStart(model.roomStarts[m]!, venue, s)) continue;
    const ejected = [...always, ...(inRoom.get(venue) ?? [])];
    const weight = weigh(state, weights, ejected);
    if (weight < (best?.weight ?? Infinity)) best = { start: s, venue, ejected, weight };
  }
  return best;
}

function chooseEjection(state: PlanState, m: number, weights: Float64Array, samples: number): Ejection | undefined {
  const starts = state.model.starts[m]!;
  if (starts.length === 0) return undefined;
  let best: Ejection | undefined;
  for (let i = 0; i < samples; i++) {
    const found = cheapestEjection(state, m, starts[drawBelow(state.random, starts.length)]!, weights);
    if (found && found.weight < (best?.weight ?? Infinity)) best = found;
  }
  return best;
}

function takeOut(state: PlanState, ejection: Ejection, weights: Float64Array): void {
  for (const j of ejection.ejected) {
    weights[j]! += 1;
    removeMeeting(state, j);
  }
}

function drawUnplaced(state: PlanState, hopeless: Uint8Array): number {
  const candidates = [...state.unplaced].filter((m) => hopeless[m]! < MOST_FAILURES && state.model.starts[m]!.length > 0);
  return candidates.length === 0 ? -1 : candidates[drawBelow(state.random, candidates.length)]!;
}

function putBack(state: PlanState, ejected: readonly number[], find: (state: PlanState, m: number) => Spot | undefined): void {
  for (const j of ejected) {
    const spot = find(state, j);
    if (spot) placeMeeting(state, j, spot.start, spot.venue);
  }
}

/**
 * One step towards placing everything: puts a random unplaced meeting into its best spot, or ejects the meetings that have been in the way least often
 * and puts them elsewhere. Ejection pool with learnt weights (Nagata, Bräysy, Dullaert 2009, for vehicle routes). Returns false when nothing can be tried.
 */
export function repairStep(state: PlanState, weights: Float64Array, hopeless: Uint8Array): boolean {
  const m = drawUnplaced(state, hopeless);
  if (m < 0) return false;
  const spot = findBestSpot(state, m);
  if (spot) {
    placeMeeting(state, m, spot.start, spot.venue);
    return true;
  }
  const ejection = chooseEjection(state, m, weights, 40);
  if (!ejection) {
    hopeless[m]!++;
    return true;
  }
  weights[m]! += 1;
  takeOut(state, ejection, weights);
  if (priceSlot(state, m, ejection.start, ejection.venue < state.model.venueCount ? ejection.venue : BEST_ROOM, -1, Infinity))
    placeMeeting(state, m, ejection.start, state.priced.venue);
  putBack(state, ejection.ejected, findBestSpot);
  return true;
}
