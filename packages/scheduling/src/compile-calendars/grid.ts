import { countDays, readDate, yearOf } from "../count-days/civil-date.js";
import { momentText, readTime, type LocalMinutes } from "../count-days/moment.js";
import type { Horizon } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";

export const GRAIN_MINUTES = 15;
const LONGEST_HORIZON = 1100;
/** What a length or a gap may be at most: the longest horizon. */
export const MOST_MINUTES = LONGEST_HORIZON * 1440;

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

/** Errors: `zero-day-horizon`, `horizon-too-long`, `empty-day`, `bad-date`, `bad-time`, `bad-number`. */
export function buildGrid(horizon: Horizon): Grid {
  const startDay = readDate(horizon.start, "horizon.start");
  const { days } = horizon;
  if (!Number.isInteger(days) || days <= 0) throw new SchedulingError("zero-day-horizon", "horizon.days", { days: String(days) });
  if (days > LONGEST_HORIZON) throw new SchedulingError("horizon-too-long", "horizon.days", { days, most: LONGEST_HORIZON });
  const first = Math.ceil(readTime(horizon.from ?? "00:00", "horizon.from") / GRAIN_MINUTES);
  const perDay = Math.floor(readTime(horizon.to ?? "24:00", "horizon.to") / GRAIN_MINUTES) - first;
  if (perDay <= 0) throw new SchedulingError("empty-day", "horizon.to", { from: horizon.from ?? "00:00", to: horizon.to ?? "24:00" });
  const offset = checkWhole(horizon.offsetMinutes ?? 480, -900, 900, "horizon.offsetMinutes");
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
