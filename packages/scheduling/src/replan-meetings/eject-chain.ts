import { findBestSpot } from "../plan-meetings/construct-plan.js";
import { placeMeeting, removeMeeting, returnTo } from "../plan-meetings/place-meeting.js";
import type { PlanState } from "../plan-meetings/plan-state.js";
import { priceSlot } from "../plan-meetings/price-slot.js";
import { cheapestEjection, type Ejection } from "../plan-meetings/repair-plan.js";

const MOST_CHAINS = 12;

function listEjections(state: PlanState, m: number, weights: Float64Array): Ejection[] {
  const found: Ejection[] = [];
  for (const start of state.model.starts[m]!) {
    const ejection = cheapestEjection(state, m, start, weights);
    if (ejection && ejection.ejected.length > 0 && ejection.ejected.length <= 2) found.push(ejection);
  }
  const stood = (one: Ejection): number => (one.start === state.stoodStart[m] ? 0 : 1);
  return found.sort((a, b) => a.ejected.length - b.ejected.length || stood(a) - stood(b) || a.start - b.start).slice(0, MOST_CHAINS);
}

function tryChain(state: PlanState, m: number, ejection: Ejection, depth: number, weights: Float64Array): boolean {
  const before = { start: state.start.slice(), venue: state.venue.slice() };
  for (const j of ejection.ejected) removeMeeting(state, j);
  const isPlaced = priceSlot(state, m, ejection.start, ejection.venue < state.model.venueCount ? ejection.venue : -1, -1, Infinity);
  if (isPlaced) placeMeeting(state, m, ejection.start, state.priced.venue);
  if (isPlaced && ejection.ejected.every((j) => insertByChain(state, j, depth - 1, weights))) return true;
  returnTo(state, before, state.start.keys());
  return false;
}

/**
 * Places an unplaced meeting at its best spot, or where one or two others make room that find a place themselves, at most `depth` deep.
 * Ejection chains (Glover 1996). On failure everything stands as before. O(12^depth · starts · meetings of a day) at worst.
 */
export function insertByChain(state: PlanState, m: number, depth: number, weights: Float64Array): boolean {
  const spot = findBestSpot(state, m);
  if (spot) {
    placeMeeting(state, m, spot.start, spot.venue);
    return true;
  }
  if (depth <= 0) return false;
  return listEjections(state, m, weights).some((ejection) => tryChain(state, m, ejection, depth, weights));
}
