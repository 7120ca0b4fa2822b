import { hasBit } from "../compile-calendars/bitset.js";
import { canStart } from "../compile-calendars/rows.js";
import { drawBelow } from "../random.js";
import { placeMeeting } from "./place-meeting.js";
import type { PlanModel } from "./plan-model.js";
import type { PlanState } from "./plan-state.js";
import { BEST_ROOM, priceSlot } from "./price-slot.js";
import type { Steps } from "../steps.js";

/** A legal start and room, with what they cost. */
export interface Spot {
  readonly start: number;
  readonly venue: number;
  readonly medium: number;
  readonly soft: number;
}

/** The cheapest legal spot of an unplaced meeting as the others stand: medium first, then soft, then the earlier. O(starts · meetings of a day). */
export function findBestSpot(state: PlanState, m: number): Spot | undefined {
  let best: Spot | undefined;
  for (const s of state.model.starts[m]!) {
    if (!priceSlot(state, m, s, BEST_ROOM, -1, best ? best.medium : Infinity)) continue;
    const { medium, soft, venue } = state.priced;
    if (!best || medium < best.medium || (medium === best.medium && soft < best.soft)) best = { start: s, venue, medium, soft };
  }
  return best;
}

/** The first legal spot. */
export function findFirstSpot(state: PlanState, m: number): Spot | undefined {
  for (const s of state.model.starts[m]!) if (priceSlot(state, m, s, BEST_ROOM, -1, Infinity)) return { start: s, ...state.priced };
  return undefined;
}

function roomOfPin(model: PlanModel, m: number): number {
  const named = model.meetings[m]!.pinned!.venue;
  if (named !== undefined) return model.compiled.venues.rowOf.get(named)!;
  const free = model.rooms[m]!.find((room) => canStart(model.roomStarts[m]!, room, model.pin[m]!));
  return model.needsVenue[m] === 1 ? (free ?? model.rooms[m]![0] ?? model.venueCount) : model.venueCount;
}

/** Places every pinned meeting where its pin says, legal or not, and fixes it there; gives those that were not placed before. */
export function placePins(state: PlanState): number[] {
  const { model } = state;
  const placed: number[] = [];
  for (let m = 0; m < model.n; m++) {
    if (model.pin[m]! < 0 || state.start[m]! >= 0) continue;
    const isLegal =
      hasBit(model.open[m]!, 0, model.pin[m]!) && model.meetings[m]!.pinned!.venue === undefined && priceSlot(state, m, model.pin[m]!, BEST_ROOM, -1, Infinity);
    placeMeeting(state, m, model.pin[m]!, isLegal ? state.priced.venue : roomOfPin(model, m));
    state.isFixed[m] = 1;
    placed.push(m);
  }
  return placed;
}

/** Hardest first: few starts in few rooms, long, many people; `noise` > 0 shuffles neighbours so that restarts differ. */
export function orderByDifficulty(state: PlanState, noise: number): number[] {
  const { model } = state;
  const ease = model.starts.map((starts, m) => {
    const rooms = Math.max(1, model.rooms[m]!.length);
    const size = Math.max(1, model.length[m]! * (1 + (model.ready[m]?.required.length ?? 0)));
    const scale = noise > 0 ? 1000 + drawBelow(state.random, noise) : 1000;
    return ((starts.length * rooms) / size / Math.max(1, model.priority[m]!)) * scale;
  });
  return [...ease.keys()].sort((a, b) => ease[a]! - ease[b]! || a - b);
}

/** Places each meeting of the order at its best (or first) spot, one a step; those without one stay unplaced. */
export function* placeInOrder(state: PlanState, order: readonly number[], find: (state: PlanState, m: number) => Spot | undefined): Steps {
  for (const m of order) {
    if (state.start[m]! >= 0) continue;
    const spot = find(state, m);
    if (spot) placeMeeting(state, m, spot.start, spot.venue);
    yield;
  }
}
