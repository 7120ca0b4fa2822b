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
 * Prices meeting m at a legal start among the placed meetings, `ignore` left out; the answer is in `state.priced`.
 * False when a rule would break (a room, a required person, a quorum or role, the order) or when the medium cost passes `most`. O(meetings of the day).
 */
export function priceSlot(state: PlanState, m: number, s: number, wanted: number, ignore: number, most: number): boolean {
  const { model, start, end, bucket, venue, blocked, near, hits } = state;
  const { n, pairs, buffer } = model;
  const { required, common, shared } = pairs;
  const { medium: mediumWeights, soft: softWeights } = model.compiled.weights;
  const stable = mediumWeights.roomStability + softWeights.roomStability > 0;
  state.proposals++;
  let medium = ownMedium(model, m, s);
  if (medium > most) return false;
  let soft = ownSoft(model, m, s);
  const e = s + model.length[m]!;
  const day = Math.floor(s / model.grid.perDay);
  const first = day * n;
  const last = first + state.filled[day]!;
  const base = m * n;
  const stamp = ++state.stamp;
  let nearCount = 0;
  let hitCount = 0;
  for (let at = first; at < last; at++) {
    const j = bucket[at]!;
    if (j === m || j === ignore) continue;
    const sj = start[j]!;
    const ej = end[j]!;
    if (sj < e && ej > s) {
      if (required[base + j] !== 0) return false;
      const overlap = (ej < e ? ej : e) - (sj > s ? sj : s);
      medium += overlap * pairs.medium[base + j]!;
      if (medium > most) return false;
      soft += overlap * pairs.soft[base + j]!;
      blocked[venue[j]!] = stamp;
      if (shared[base + j] !== 0) hits[hitCount++] = j;
    } else {
      const gap = sj >= e ? sj - e : s - ej;
      if (gap === 0) {
        medium += mediumWeights.noBreak;
        soft += softWeights.noBreak;
      }
      if (gap < buffer[venue[j]!]!) blocked[venue[j]!] = stamp;
      if (stable && gap <= STABLE_WITHIN && common[base + j] !== 0) near[nearCount++] = j;
    }
  }
  const room = chooseRoom(state, m, s, wanted);
  if (room < 0) return false;
  for (let i = 0; i < nearCount; i++)
    if (venue[near[i]!] !== room) {
      medium += mediumWeights.roomStability * common[base + near[i]!]!;
      soft += softWeights.roomStability * common[base + near[i]!]!;
    }
  if (room < model.venueCount) {
    medium += model.roomMedium[m * model.venueCount + room]!;
    soft += model.roomSoft[m * model.venueCount + room]!;
  }
  if (state.moveCost > 0) {
    const moved = movedCost(state, m, s, room);
    medium += mediumWeights.moved * moved;
    soft += softWeights.moved * moved;
  }
  if (medium > most || !keepsOrder(state, m, s, e, ignore)) return false;
  if (hitCount > 0 && !keepsAttendance(state, m, s, hitCount, ignore)) return false;
  state.priced.medium = medium;
  state.priced.soft = soft;
  state.priced.venue = room;
  return true;
}
