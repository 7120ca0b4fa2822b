import { countDays, yearOf } from "../count-days/civil-date.js";
import { momentText, type LocalMinutes } from "../count-days/moment.js";
import { readHorizon } from "../count-days/read-horizon.js";
import type { Horizon } from "../problem.js";

export const GRAIN_MINUTES = 15;

/** The horizon cut into 15-minute grains. Grain `day * perDay + i` starts `first + i` grains after midnight; hours outside the day's window do not exist. */
export interface Grid {
  readonly startDay: number;
  readonly days: number;
  readonly first: number;
  readonly perDay: number;
  readonly size: number;
  /** 32-bit words of one bitset over the horizon. */
  readonly words: number;
  readonly offset: number;
}

/** Errors: those of `readHorizon`. */
export function buildGrid(horizon: Horizon): Grid {
  const { startDay, days, opens, closes, offset } = readHorizon(horizon);
  const first = opens / GRAIN_MINUTES;
  const perDay = closes / GRAIN_MINUTES - first;
  return { startDay, days, first, perDay, size: days * perDay, words: (days * perDay + 31) >> 5, offset };
}

/** The grain of a quarter hour since 1970, kept inside the hours of its day and inside the grid. */
function within(grid: Grid, quarter: number): number {
  const day = Math.floor(quarter / 96);
  const inDay = quarter - day * 96 - grid.first;
  const grain = (day - grid.startDay) * grid.perDay + (inDay < 0 ? 0 : inDay > grid.perDay ? grid.perDay : inDay);
  return grain < 0 ? 0 : grain > grid.size ? grid.size : grain;
}

/** The grain in which a moment lies (for starts of busy stretches), kept inside the grid. */
export function floorGrain(grid: Grid, minutes: LocalMinutes): number {
  return within(grid, Math.floor(minutes / GRAIN_MINUTES));
}

/** The first grain not touched by what ends at that moment, kept inside the grid. */
export function ceilGrain(grid: Grid, minutes: LocalMinutes): number {
  return within(grid, Math.ceil(minutes / GRAIN_MINUTES));
}

/** Local minutes at which a grain starts; `grid.size` is not a grain. */
export function grainMinutes(grid: Grid, grain: number): LocalMinutes {
  const day = Math.floor(grain / grid.perDay);
  return (grid.startDay + day) * 1440 + (grid.first + grain - day * grid.perDay) * GRAIN_MINUTES;
}

export function startText(grid: Grid, grain: number): string {
  return momentText(grainMinutes(grid, grain), grid.offset);
}

/** End of a meeting of `length` grains; written on the day of its start, so that the last grain of a day ends at its closing time. */
export function endText(grid: Grid, start: number, length: number): string {
  return momentText(grainMinutes(grid, start) + length * GRAIN_MINUTES, grid.offset);
}

/** Years that the horizon touches. */
export function horizonYears(grid: Grid): number[] {
  const years: number[] = [];
  for (let year = yearOf(grid.startDay); countDays(year, 1, 1) < grid.startDay + grid.days; year++) years.push(year);
  return years;
}
