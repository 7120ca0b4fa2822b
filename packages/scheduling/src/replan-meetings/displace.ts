import { hasBit } from "../compile-calendars/bitset.js";
import { placeMeeting, removeMeeting } from "../plan-meetings/place-meeting.js";
import type { PlanState } from "../plan-meetings/plan-state.js";
import { priceSlot } from "../plan-meetings/price-slot.js";

function isOpen(state: PlanState, m: number): boolean {
  const { model } = state;
  const start = state.start[m]!;
  return model.open[m]!.length > 0 && hasBit(model.open[m]!, 0, start);
}

/** Takes a meeting out and puts it back if it may stand where it stood; false = it has been displaced. */
function recheck(state: PlanState, m: number): boolean {
  const [start, venue] = [state.start[m]!, state.venue[m]!];
  const canStay = isOpen(state, m);
  removeMeeting(state, m);
  if (!canStay || !priceSlot(state, m, start, venue, -1, Infinity) || state.priced.venue !== venue) return false;
  placeMeeting(state, m, start, venue);
  return true;
}

/** Books a fixed meeting's costs again where it stands, whatever has become of its hour. */
function rebook(state: PlanState, m: number): void {
  const [start, venue] = [state.start[m]!, state.venue[m]!];
  removeMeeting(state, m);
  placeMeeting(state, m, start, venue);
}

/** Takes out every movable one of these meetings that can no longer stand where it stands. O(meetings · meetings of a day). */
export function displaceBroken(state: PlanState, suspects: Iterable<number>): void {
  for (const m of suspects) {
    if (state.start[m]! < 0) continue;
    if (state.isFixed[m] === 0) recheck(state, m);
    else rebook(state, m);
  }
}
