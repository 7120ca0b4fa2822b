import { drawBelow, nextWord } from "../random.js";
import { placeMeeting, removeMeeting } from "./place-meeting.js";
import type { PlanState } from "./plan-state.js";
import { ANY_ROOM, BEST_ROOM, priceSlot, startIndex } from "./price-slot.js";

/** Worsenings that the next move may bring; drawn before it is priced, so that pricing can stop early. */
export interface Drops {
  medium: number;
  soft: number;
}

/** Medium decides; only when it stays the same does soft. A better medium is taken whatever soft does, as the levels say. */
function isAccepted(medium: number, soft: number, drops: Drops): boolean {
  return medium < 0 || (medium > 0 ? medium <= drops.medium : soft <= drops.soft);
}

function tryPlace(state: PlanState, m: number, s: number, wanted: number, drops: Drops): boolean {
  if (!priceSlot(state, m, s, wanted, -1, state.medium[m]! + drops.medium)) return false;
  const { medium, soft, venue } = state.priced;
  if ((s === state.start[m] && venue === state.venue[m]) || !isAccepted(medium - state.medium[m]!, soft - state.soft[m]!, drops)) return false;
  removeMeeting(state, m);
  placeMeeting(state, m, s, venue);
  return true;
}

/** Another start: anywhere, earlier, or near by. */
export function tryRelocate(state: PlanState, m: number, drops: Drops): boolean {
  const starts = state.model.starts[m]!;
  const kind = nextWord(state.random) >>> 29;
  let index = drawBelow(state.random, starts.length);
  if (kind < 3) {
    const here = startIndex(starts, state.start[m]!);
    index = drawBelow(state.random, here + 1);
  } else if (kind === 3) index = Math.min(starts.length - 1, Math.max(0, startIndex(starts, state.start[m]!) - 8 + drawBelow(state.random, 17)));
  return tryPlace(state, m, starts[index]!, (kind & 1) === 0 ? BEST_ROOM : ANY_ROOM, drops);
}

/** Another room at the same time. */
export function tryRoom(state: PlanState, m: number, drops: Drops): boolean {
  const rooms = state.model.rooms[m]!;
  if (rooms.length < 2) return false;
  return tryPlace(state, m, state.start[m]!, rooms[drawBelow(state.random, rooms.length)]!, drops);
}

function isOpen(state: PlanState, m: number, s: number): boolean {
  return ((state.model.open[m]![s >> 5]! >>> (s & 31)) & 1) === 1;
}

/** Two meetings of different days exchange their starts, each in the best room it finds there. */
export function trySwap(state: PlanState, a: number, b: number, drops: Drops): boolean {
  const { perDay } = state.model.grid;
  const sa = state.start[a]!;
  const sb = state.start[b]!;
  if (Math.floor(sa / perDay) === Math.floor(sb / perDay) || !isOpen(state, a, sb) || !isOpen(state, b, sa)) return false;
  if (state.model.orders.before[a]!.length + state.model.orders.after[a]!.length > 0) return false;
  const before = state.medium[a]! + state.medium[b]!;
  if (!priceSlot(state, a, sb, BEST_ROOM, b, before + drops.medium)) return false;
  const first = { ...state.priced };
  if (!priceSlot(state, b, sa, BEST_ROOM, a, before + drops.medium - first.medium)) return false;
  const second = { ...state.priced };
  const soft = first.soft + second.soft - state.soft[a]! - state.soft[b]!;
  if (!isAccepted(first.medium + second.medium - before, soft, drops)) return false;
  removeMeeting(state, a);
  removeMeeting(state, b);
  placeMeeting(state, a, sb, first.venue);
  placeMeeting(state, b, sa, second.venue);
  return true;
}

/** A random start for an unplaced meeting; whatever it costs, it is worth it. */
export function tryInsert(state: PlanState, m: number): boolean {
  const starts = state.model.starts[m]!;
  if (starts.length === 0) return false;
  const s = starts[drawBelow(state.random, starts.length)]!;
  if (!priceSlot(state, m, s, ANY_ROOM, -1, Infinity)) return false;
  placeMeeting(state, m, s, state.priced.venue);
  return true;
}
