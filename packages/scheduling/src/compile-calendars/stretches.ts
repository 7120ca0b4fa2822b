import { findMoment } from "../count-days/moment.js";
import type { Interval } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import { ceilGrain, floorGrain, type Grid } from "./grid.js";

/** Why a stretch of a calendar is taken. */
export type StretchKind = "leave" | "busy" | "tentative" | "closure" | "elsewhere";
export const STRETCH_KINDS: readonly StretchKind[] = ["leave", "busy", "tentative", "closure", "elsewhere"];

/**
 * Taken stretches of one calendar in order of their first grain, five numbers each: first grain, grain after the last, end in local minutes,
 * index in `STRETCH_KINDS`, and the largest "grain after the last" up to here, so that a search backwards knows when to stop.
 */
export type Stretches = readonly number[];
export const STRETCH_WIDTH = 5;

/** Appends the intervals that touch the horizon, clipped to it. Errors: `bad-moment`, `bad-interval`, naming `item`. */
export function readStretches(into: number[], grid: Grid, intervals: readonly Interval[] | undefined, kind: StretchKind, item: string): void {
  if (!intervals) return;
  const kindIndex = STRETCH_KINDS.indexOf(kind);
  for (let i = 0; i < intervals.length; i++) {
    const from = findMoment(intervals[i]!.from, grid.offset);
    const to = findMoment(intervals[i]!.to, grid.offset);
    if (from < 0) throw new SchedulingError("bad-moment", `${item}.${kind}[${i}].from`, { text: String(intervals[i]!.from) });
    if (to < 0) throw new SchedulingError("bad-moment", `${item}.${kind}[${i}].to`, { text: String(intervals[i]!.to) });
    if (to <= from) throw new SchedulingError("bad-interval", `${item}.${kind}[${i}]`, { from: intervals[i]!.from, to: intervals[i]!.to });
    const start = floorGrain(grid, from);
    const end = ceilGrain(grid, to);
    if (start < end) into.push(start, end, to, kindIndex, 0);
  }
}

/** Sorts appended stretches by first grain and fills in the running ends. O(n) when they came in order, else O(n log n). */
export function orderStretches(stretches: number[]): number[] {
  let isOrdered = true;
  for (let i = STRETCH_WIDTH; i < stretches.length; i += STRETCH_WIDTH) if (stretches[i]! < stretches[i - STRETCH_WIDTH]!) isOrdered = false;
  const ordered = isOrdered ? stretches : sortStretches(stretches);
  let end = 0;
  for (let i = 0; i < ordered.length; i += STRETCH_WIDTH) ordered[i + 4] = end = Math.max(end, ordered[i + 1]!);
  return ordered;
}

/** Merges the runs that are in order already (a calendar is a few sorted lists, one per kind). */
function sortStretches(stretches: readonly number[]): number[] {
  const count = stretches.length / STRETCH_WIDTH;
  const order = new Float64Array(count);
  for (let i = 0; i < count; i++) order[i] = stretches[i * STRETCH_WIDTH]! * count + i;
  order.sort();
  const sorted: number[] = [];
  for (let n = 0; n < count; n++) {
    const i = (order[n]! % count) * STRETCH_WIDTH;
    sorted.push(stretches[i]!, stretches[i + 1]!, stretches[i + 2]!, stretches[i + 3]!, 0);
  }
  return sorted;
}

/** Position after the last stretch that starts before `grain`. */
function positionBefore(stretches: Stretches, grain: number): number {
  let low = 0;
  let high = stretches.length / STRETCH_WIDTH;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle * STRETCH_WIDTH]! < grain) low = middle + 1;
    else high = middle;
  }
  return low * STRETCH_WIDTH;
}

/**
 * Position of what takes up `[from, to)`: leave before busy before tentative, then the one that lasts longest; −1 when nothing does.
 * O(log n + overlapping).
 */
export function findStretch(stretches: Stretches, from: number, to: number): number {
  let best = -1;
  for (let i = positionBefore(stretches, to) - STRETCH_WIDTH; i >= 0 && stretches[i + 4]! > from; i -= STRETCH_WIDTH) {
    if (stretches[i + 1]! <= from) continue;
    const difference = best < 0 ? -1 : stretches[i + 3]! - stretches[best + 3]!;
    if (difference < 0 || (difference === 0 && stretches[i + 2]! > stretches[best + 2]!)) best = i;
  }
  return best;
}
