import { grainMinutes } from "../compile-calendars/grid.js";
import type { PlanState } from "./plan-state.js";

/** The placed meetings that m at `[s, e)` would not be behind although it follows them, or not before although they follow it. O(links of m). */
export function listOutOfOrder({ model, start, end }: PlanState, m: number, s: number, e: number): number[] {
  const { before, after } = model.orders;
  const [earlier, later] = [before[m]!, after[m]!];
  if (earlier.length + later.length === 0) return NOBODY;
  const { grid } = model;
  const endMinutes = (grain: number): number => grainMinutes(grid, grain - 1) + 15;
  const first = earlier.filter(({ meeting, gap }) => start[meeting]! >= 0 && endMinutes(end[meeting]!) + gap > grainMinutes(grid, s));
  const last = later.filter(({ meeting, gap }) => start[meeting]! >= 0 && endMinutes(e) + gap > grainMinutes(grid, start[meeting]!));
  return [...first, ...last].map((link) => link.meeting);
}

const NOBODY: number[] = [];

/** Whether m at `[s, e)` stays behind those it must follow and before those that follow it. Unplaced meetings bind nothing. O(links of m). */
export function keepsOrder(state: PlanState, m: number, s: number, e: number, ignore: number): boolean {
  const { before, after } = state.model.orders;
  // Most meetings follow nothing, and this is asked millions of times a second.
  if (before[m]!.length + after[m]!.length === 0) return true;
  return listOutOfOrder(state, m, s, e).every((other) => other === ignore);
}
