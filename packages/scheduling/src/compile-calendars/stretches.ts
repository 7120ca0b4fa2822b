import { findMoment } from "../count-days/moment.js";
import type { Interval } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import { ceilGrain, floorGrain, type Grid } from "./grid.js";

/** Why a stretch of a calendar is taken. */
export type StretchKind = "leave" | "busy" | "tentative" | "closure" | "elsewhere";
export const STRETCH_KINDS: readonly StretchKind[] = ["leave", "busy", "tentative", "closure", "elsewhere"];

/** Taken stretches of one calendar, four numbers each: first grain, grain after the last, end in local minutes, index in `STRETCH_KINDS`. */
export type Stretches = readonly number[];

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
    if (start < end) into.push(start, end, to, kindIndex);
  }
}

/** The kind and end of what takes up `[from, to)`: leave before busy before tentative, then the one that lasts longest; `undefined` when none does. */
export function findStretch(stretches: Stretches, from: number, to: number): { kind: StretchKind; until: number } | undefined {
  let best = -1;
  for (let i = 0; i < stretches.length; i += 4) {
    if (stretches[i]! >= to || stretches[i + 1]! <= from) continue;
    if (best < 0 || stretches[i + 3]! < stretches[best + 3]! || (stretches[i + 3] === stretches[best + 3] && stretches[i + 2]! > stretches[best + 2]!)) best = i;
  }
  return best < 0 ? undefined : { kind: STRETCH_KINDS[stretches[best + 3]!]!, until: stretches[best + 2]! };
}
