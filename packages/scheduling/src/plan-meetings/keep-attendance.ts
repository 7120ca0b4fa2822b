import { canStart, startsFor } from "../compile-calendars/rows.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import type { GroupNeed } from "../compile-meeting/meeting-people.js";
import type { PlanModel } from "./plan-model.js";
import type { PlanState } from "./plan-state.js";

function hasEnough(model: PlanModel, group: GroupNeed, length: number, s: number, elsewhere: Int32Array): boolean {
  const starts = startsFor(model.compiled.people.rows, length, group.rows);
  let have = 0;
  for (let i = 0; i < group.rows.length; i++) {
    const row = group.rows[i]!;
    if (canStart(starts, row, s) && ((elsewhere[row >> 5]! >>> (row & 31)) & 1) === 0) have++;
    else if (have + group.rows.length - i - 1 < group.need) return false;
  }
  return have >= group.need;
}

/** Whether every quorum and role of a meeting at s holds when the people in `elsewhere` are in another meeting. O(members). */
export function isAttended(model: PlanModel, meeting: CompiledMeeting, s: number, elsewhere: Int32Array): boolean {
  const { length } = meeting;
  for (const group of meeting.quorums) if (!hasEnough(model, group, length, s, elsewhere)) return false;
  for (const group of meeting.roles) if (!hasEnough(model, group, length, s, elsewhere)) return false;
  return true;
}

/** Adds the people whom j counts on. */
function addElsewhere(model: PlanModel, elsewhere: Int32Array, j: number): void {
  const counted = model.counted[j]!;
  for (let w = 0; w < elsewhere.length; w++) elsewhere[w]! |= counted[w]!;
}

/** Whether the quorums and roles of j hold when m comes to stand at `[s, e)`. */
function keepsNeighbour(state: PlanState, j: number, m: number, ignore: number): boolean {
  const { model, start, end, bucket } = state;
  const { n } = model;
  const elsewhere = model.counted[m]!.slice();
  const day = Math.floor(start[j]! / model.grid.perDay);
  for (let at = day * n; at < day * n + state.filled[day]!; at++) {
    const other = bucket[at]!;
    if (other === j || other === m || other === ignore || model.pairs.shared[j * n + other] === 0) continue;
    if (start[other]! < end[j]! && end[other]! > start[j]!) addElsewhere(model, elsewhere, other);
  }
  return isAttended(model, model.ready[j]!, start[j]!, elsewhere);
}

/**
 * Whether all quorums and roles still hold with m at s: its own, and those of the overlapping meetings (`state.hits`) that share people.
 * Someone asked by two overlapping meetings is counted in neither. O(overlapping · members).
 */
export function keepsAttendance(state: PlanState, m: number, s: number, ignore: number): boolean {
  const { model, hits, hitCount } = state;
  const { shared } = model.pairs;
  const base = m * model.n;
  let elsewhere: Int32Array | undefined;
  for (let i = 0; i < hitCount; i++) {
    if (shared[base + hits[i]!] === 0) continue;
    elsewhere ??= new Int32Array(model.counted[m]!.length);
    addElsewhere(model, elsewhere, hits[i]!);
  }
  if (!elsewhere) return true;
  if (!isAttended(model, model.ready[m]!, s, elsewhere)) return false;
  for (let i = 0; i < hitCount; i++) if (shared[base + hits[i]!] !== 0 && !keepsNeighbour(state, hits[i]!, m, ignore)) return false;
  return true;
}
