import { findMoment } from "../count-days/moment.js";
import type { Interval } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import { ceilGrain, floorGrain, type Grid } from "./grid.js";

/** Why a stretch of a calendar is taken. */
export type StretchKind = "leave" | "busy" | "tentative" | "closure" | "elsewhere";
export const STRETCH_KINDS: readonly StretchKind[] = ["leave", "busy", "tentative", "closure", "elsewhere"];

/** Taken stretches as they are read, four numbers each: first grain, grain after the last, end in local minutes, index in `STRETCH_KINDS`. */
export type StretchList = number[];
export const STRETCH_WIDTH = 4;

/**
 * Taken stretches of one calendar in order of their first grain, `count` of them. Five lists, one behind the other: first grains; the largest "grain after the
 * last" up to here, so that a search backwards knows when to stop; grains after the last; indexes in `STRETCH_KINDS`; ends in local minutes (up to the year 9999).
 */
export interface Stretches {
  readonly count: number;
  readonly lists: Uint32Array;
}

/** Appends the intervals that touch the horizon, clipped to it. Errors: `bad-moment`, `bad-interval`, naming `item`. */
export function readStretches(into: StretchList, grid: Grid, intervals: readonly Interval[] | undefined, kind: StretchKind, item: string): void {
  if (!intervals) return;
  const kindIndex = STRETCH_KINDS.indexOf(kind);
  for (let i = 0; i < intervals.length; i++) {
    const interval = intervals[i]!;
    const from = findMoment(interval.from, grid.offset);
    const to = Math.ceil(findMoment(interval.to, grid.offset));
    if (from < 0 || to <= from) refuse(interval, from, to, `${item}.${kind}[${i}]`);
    const start = floorGrain(grid, from);
    const end = ceilGrain(grid, to);
    if (start < end) into.push(start, end, to, kindIndex);
  }
}

function refuse({ from, to }: Interval, start: number, end: number, item: string): never {
  if (start < 0) throw new SchedulingError("bad-moment", `${item}.from`, { text: String(from) });
  if (end < 0) throw new SchedulingError("bad-moment", `${item}.to`, { text: String(to) });
  throw new SchedulingError("bad-interval", item, { from, to });
}

/** A few runs in order (one per kind) are merged by insertion; a long list in no order is sorted. */
const MOST_INSERTED = 200;

const ORDER = new Int32Array(MOST_INSERTED);

/** Numbers of the stretches in order of their first grain; valid until the next call. */
function orderByStart(list: StretchList, count: number): Int32Array {
  const order = count > MOST_INSERTED ? new Int32Array(count) : ORDER;
  for (let i = 0; i < count; i++) order[i] = i;
  if (count > MOST_INSERTED) return order.sort((a, b) => list[a * STRETCH_WIDTH]! - list[b * STRETCH_WIDTH]! || a - b);
  for (let i = 1; i < count; i++) {
    const start = list[i * STRETCH_WIDTH]!;
    let at = i;
    for (; at > 0 && list[order[at - 1]! * STRETCH_WIDTH]! > start; at--) order[at] = order[at - 1]!;
    order[at] = i;
  }
  return order;
}

/** Puts read stretches in order of first grain and fills in the running ends. O(n) when they came in order, O(n log n) at worst. */
export function orderStretches(list: StretchList): Stretches {
  const count = list.length / STRETCH_WIDTH;
  const order = orderByStart(list, count);
  const lists = new Uint32Array(5 * count);
  let end = 0;
  for (let n = 0; n < count; n++) {
    const i = order[n]! * STRETCH_WIDTH;
    end = Math.max(end, list[i + 1]!);
    lists[n] = list[i]!;
    lists[count + n] = end;
    lists[2 * count + n] = list[i + 1]!;
    lists[3 * count + n] = list[i + 3]!;
    lists[4 * count + n] = list[i + 2]!;
  }
  return { count, lists };
}

/** The stretches of a calendar in order: they are put in order when somebody first asks why it is taken, since most are never asked. */
export function stretchesAt(all: (Stretches | StretchList)[], row: number): Stretches {
  const known = all[row]!;
  return "count" in known ? known : (all[row] = orderStretches(known));
}

/** The same stretches with more appended. */
export function addStretches({ count, lists }: Stretches, more: StretchList): Stretches {
  const list: StretchList = [];
  for (let n = 0; n < count; n++) list.push(lists[n]!, lists[2 * count + n]!, lists[4 * count + n]!, lists[3 * count + n]!);
  return orderStretches([...list, ...more]);
}

/** How many stretches start before `grain`. */
function countBefore({ count, lists }: Stretches, grain: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lists[middle]! < grain) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Number of the stretch that takes up `[from, to)`: leave before busy before tentative, then the one that lasts longest; −1 when nothing does.
 * O(log n + overlapping).
 */
export function findStretch(stretches: Stretches, from: number, to: number): number {
  const { count, lists } = stretches;
  let best = -1;
  for (let n = countBefore(stretches, to) - 1; n >= 0 && lists[count + n]! > from; n--) {
    if (lists[2 * count + n]! <= from) continue;
    const difference = best < 0 ? -1 : lists[3 * count + n]! - lists[3 * count + best]!;
    if (difference < 0 || (difference === 0 && lists[4 * count + n]! > lists[4 * count + best]!)) best = n;
  }
  return best;
}
