import { canStart } from "../compile-calendars/rows.js";
import { keepsOrder } from "./keep-order.js";
import { keepsAttendance } from "./keep-attendance.js";
import type { PlanModel } from "./plan-model.js";
import type { PlanState } from "./plan-state.js";

/** Which room to take: a row, or the best that is free, or the first free one counted from a random place in the list. */
export const BEST_ROOM = -1;
export const ANY_ROOM = -2;
/** Grains within which changing rooms disturbs a person who goes from one meeting to the next. */
export const STABLE_WITHIN = 2;

/** Position of a grain in the list of a meeting's legal starts. */
export function startIndex(starts: Int32Array, grain: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < grain) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a meeting costs at a start whatever the others do; the room apart. */
export function ownMedium(model: PlanModel, m: number, s: number): number {
  const away = model.awayMedium[m];
  const { finishEarly } = model.compiled.weights.medium;
  return (away ? away[startIndex(model.starts[m]!, s)]! : 0) + finishEarly * (s + model.length[m]! - 1) + model.dayMedium[Math.floor(s / model.grid.perDay)]!;
}

export function ownSoft(model: PlanModel, m: number, s: number): number {
  const away = model.awaySoft[m];
  const { finishEarly } = model.compiled.weights.soft;
  return (away ? away[startIndex(model.starts[m]!, s)]! : 0) + finishEarly * (s + model.length[m]! - 1) + model.daySoft[Math.floor(s / model.grid.perDay)]!;
}

/** What moving costs: the whole price for another time, three tenths of it for another room only. */
export function movedCost(state: PlanState, m: number, s: number, venue: number): number {
  if (state.moveCost === 0 || state.stoodStart[m] === -1) return 0;
  if (state.stoodStart[m] !== s) return state.moveCost;
  return state.stoodVenue[m] === venue ? 0 : Math.ceil(state.moveCost * 0.3);
}

function chooseRoom(state: PlanState, m: number, s: number, wanted: number): number {
  const { model } = state;
  if (model.needsVenue[m] === 0) return model.venueCount;
  const rooms = model.rooms[m]!;
  const free = model.roomStarts[m]!;
  if (wanted >= 0) return rooms.includes(wanted) && state.blocked[wanted] !== state.stamp && canStart(free, wanted, s) ? wanted : -1;
  const from = wanted === ANY_ROOM ? state.random.state >>> 8 : 0;
  for (let i = 0; i < rooms.length; i++) {
    const room = rooms[(from + i) % rooms.length]!;
    if (state.blocked[room] !== state.stamp && canStart(free, room, s)) return room;
  }
  return -1;
}

/**
 * Lists the meetings of the day that overlap `[s, e)` (`state.hits`) and those so near that changing rooms disturbs (`state.near`), and marks the rooms they
 * take. False when one of them requires a person whom m requires. Only the bits of clashes are read here, which stay in the nearest cache.
 */
function listNeighbours(state: PlanState, m: number, s: number, ignore: number): boolean {
  const { model, start, end, bucket, venue, blocked, near, hits } = state;
  const { n, pairs, buffer } = model;
  const { clash, clashWords } = pairs;
  const e = s + model.length[m]!;
  const day = Math.floor(s / model.grid.perDay);
  const last = day * n + state.filled[day]!;
  const row = m * clashWords;
  const stamp = ++state.stamp;
  let nearCount = 0;
  let hitCount = 0;
  let touching = 0;
  for (let at = day * n; at < last; at++) {
    const j = bucket[at]!;
    if (j === m || j === ignore) continue;
    const gap = Math.max(start[j]! - e, s - end[j]!);
    if (gap < 0) {
      if (((clash[row + (j >> 5)]! >>> (j & 31)) & 1) !== 0) return false;
      hits[hitCount++] = j;
      blocked[venue[j]!] = stamp;
    } else if (gap <= STABLE_WITHIN || gap < buffer[venue[j]!]!) {
      if (gap === 0) touching++;
      if (gap < buffer[venue[j]!]!) blocked[venue[j]!] = stamp;
      if (gap <= STABLE_WITHIN) near[nearCount++] = j;
    }
  }
  state.nearCount = nearCount;
  state.hitCount = hitCount;
  state.touching = touching;
  return true;
}

/** What m shares at `[s, e)` with the neighbours just listed, added to `state.priced`; false as soon as the medium cost passes `most`. */
function priceNeighbours(state: PlanState, m: number, s: number, room: number, most: number): boolean {
  const { model, start, end, venue, near, hits, priced } = state;
  const { medium: mediumWeights, soft: softWeights } = model.compiled.weights;
  const { medium: ofMedium, soft: ofSoft, common } = model.pairs;
  const base = m * model.n;
  const e = s + model.length[m]!;
  let medium = priced.medium + mediumWeights.noBreak * state.touching;
  let soft = priced.soft + softWeights.noBreak * state.touching;
  for (let i = 0; i < state.hitCount; i++) {
    const j = hits[i]!;
    const overlap = Math.min(end[j]!, e) - Math.max(start[j]!, s);
    medium += overlap * ofMedium[base + j]!;
    if (medium > most) return false;
    soft += overlap * ofSoft[base + j]!;
  }
  if (mediumWeights.roomStability + softWeights.roomStability > 0)
    for (let i = 0; i < state.nearCount; i++) {
      if (venue[near[i]!] === room) continue;
      medium += mediumWeights.roomStability * common[base + near[i]!]!;
      soft += softWeights.roomStability * common[base + near[i]!]!;
    }
  priced.medium = medium;
  priced.soft = soft;
  return medium <= most;
}

/** What m costs in a room and by having been moved, added to `state.priced`. */
function priceRoom(state: PlanState, m: number, s: number, room: number): void {
  const { model, priced } = state;
  if (room < model.venueCount) {
    priced.medium += model.roomMedium[m * model.venueCount + room]!;
    priced.soft += model.roomSoft[m * model.venueCount + room]!;
  }
  if (state.moveCost === 0) return;
  const moved = movedCost(state, m, s, room);
  priced.medium += model.compiled.weights.medium.moved * moved;
  priced.soft += model.compiled.weights.soft.moved * moved;
}

/**
 * Prices meeting m at a legal start among the placed meetings, `ignore` left out; the answer is in `state.priced`.
 * False when a rule would break (a room, a required person, a quorum or role, the order) or when the medium cost passes `most`. O(meetings of the day).
 */
export function priceSlot(state: PlanState, m: number, s: number, wanted: number, ignore: number, most: number): boolean {
  const { model, priced } = state;
  state.proposals++;
  priced.medium = ownMedium(model, m, s);
  if (priced.medium > most || !listNeighbours(state, m, s, ignore)) return false;
  const room = chooseRoom(state, m, s, wanted);
  if (room < 0) return false;
  priced.soft = ownSoft(model, m, s);
  priced.venue = room;
  priceRoom(state, m, s, room);
  if (!priceNeighbours(state, m, s, room, most) || !keepsOrder(state, m, s, s + model.length[m]!, ignore)) return false;
  return keepsAttendance(state, m, s, ignore);
}
