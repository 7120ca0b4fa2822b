import { grainMinutes } from "../compile-calendars/grid.js";
import type { PlanState } from "./plan-state.js";

/** Whether m at `[s, e)` stays behind those it must follow and before those that follow it. Unplaced meetings bind nothing. O(links of m). */
export function keepsOrder(state: PlanState, m: number, s: number, e: number, ignore: number): boolean {
  const { model, start, end } = state;
  const before = model.orders.before[m]!;
  const after = model.orders.after[m]!;
  if (before.length === 0 && after.length === 0) return true;
  const { grid } = model;
  const endMinutes = (grain: number): number => grainMinutes(grid, grain - 1) + 15;
  for (const { meeting, gap } of before)
    if (meeting !== ignore && start[meeting]! >= 0 && endMinutes(end[meeting]!) + gap > grainMinutes(grid, s)) return false;
  for (const { meeting, gap } of after)
    if (meeting !== ignore && start[meeting]! >= 0 && endMinutes(e) + gap > grainMinutes(grid, start[meeting]!)) return false;
  return true;
}
