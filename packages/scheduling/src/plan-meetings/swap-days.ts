import { hasBit } from "../compile-calendars/bitset.js";
import { canStart } from "../compile-calendars/rows.js";
import { drawBelow } from "../random.js";
import { keepsOrder } from "./keep-order.js";
import { placeMeeting, removeMeeting } from "./place-meeting.js";
import type { PlanState } from "./plan-state.js";
import { movedCost, ownMedium, ownSoft } from "./price-slot.js";

/** Legality and price of moving one meeting by whole days with its company: what it shares with others of its day stays as it is. */
function shiftPrice(state: PlanState, m: number, shift: number, sum: { medium: number; soft: number }): boolean {
  const { model, start, venue } = state;
  const s = start[m]!;
  const to = s + shift;
  if (state.isFixed[m] === 1 || !hasBit(model.open[m]!, 0, to)) return false;
  if (venue[m]! < model.venueCount && !canStart(model.roomStarts[m]!, venue[m]!, to)) return false;
  const { medium, soft } = model.compiled.weights;
  const moved = movedCost(state, m, to, venue[m]!) - movedCost(state, m, s, venue[m]!);
  sum.medium += ownMedium(model, m, to) - ownMedium(model, m, s) + medium.moved * moved;
  sum.soft += ownSoft(model, m, to) - ownSoft(model, m, s) + soft.moved * moved;
  return keepsOrder(state, m, to, to + model.length[m]!, -1);
}

function membersOf(state: PlanState, day: number): number[] {
  const first = day * state.model.n;
  return [...state.bucket.subarray(first, first + state.filled[day]!)];
}

/** Whether some of these are bound to each other by order; such days are left alone. */
function hasOrders(state: PlanState, members: readonly number[]): boolean {
  const { before, after } = state.model.orders;
  return members.some((m) => before[m]!.length + after[m]!.length > 0);
}

/** Whether two overlapping meetings count on the same people: on another day their quorums and roles might not hold together. */
function shareAttendance(state: PlanState, members: readonly number[]): boolean {
  const { shared } = state.model.pairs;
  const { n } = state.model;
  return members.some((a) => members.some((b) => a < b && shared[a * n + b] !== 0 && state.start[a]! < state.end[b]! && state.start[b]! < state.end[a]!));
}

/**
 * Proposes to exchange two whole days; everything within each stays together, so only dates change price. Accepts within the thresholds.
 * O(meetings of both days).
 */
export function swapDays(state: PlanState, mediumDrop: number, softDrop: number): boolean {
  const { grid } = state.model;
  const a = drawBelow(state.random, grid.days);
  const b = drawBelow(state.random, grid.days);
  if (a === b || state.filled[a]! + state.filled[b]! === 0) return false;
  const inA = membersOf(state, a);
  const inB = membersOf(state, b);
  if (hasOrders(state, [...inA, ...inB])) return false;
  const shift = (b - a) * grid.perDay;
  const sum = { medium: 0, soft: 0 };
  state.proposals++;
  for (const m of inA) if (!shiftPrice(state, m, shift, sum)) return false;
  for (const m of inB) if (!shiftPrice(state, m, -shift, sum)) return false;
  if (sum.medium > mediumDrop || (sum.medium === 0 && sum.soft > softDrop)) return false;
  if (shareAttendance(state, inA) || shareAttendance(state, inB)) return false;
  shiftAll(state, [...inA.map((m) => ({ m, shift })), ...inB.map((m) => ({ m, shift: -shift }))]);
  return true;
}

function shiftAll(state: PlanState, moves: readonly { m: number; shift: number }[]): void {
  const places = moves.map(({ m, shift }) => ({ m, start: state.start[m]! + shift, venue: state.venue[m]! }));
  for (const { m } of places) removeMeeting(state, m);
  for (const { m, start, venue } of places) placeMeeting(state, m, start, venue);
}
