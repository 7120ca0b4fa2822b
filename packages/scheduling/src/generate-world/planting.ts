import { drawBelow, type Random } from "../random.js";

/** Who and what is taken when, while a feasible plan is being planted; grains of the world's own days. */
export interface Planting {
  readonly perDay: number;
  readonly days: number;
  readonly rooms: readonly Uint8Array[];
  readonly people: readonly Uint8Array[];
}

export interface Plot {
  readonly start: number;
  readonly room: number;
}

export function makePlanting(days: number, perDay: number, rooms: number, people: number): Planting {
  const rows = (count: number): Uint8Array[] => Array.from({ length: count }, () => new Uint8Array(days * perDay));
  return { perDay, days, rooms: rows(rooms), people: rows(people) };
}

function isClear(row: Uint8Array, from: number, to: number): boolean {
  for (let g = from; g < to; g++) if (row[g] === 1) return false;
  return true;
}

/** What a plot must satisfy: days and hours it may lie in, the rooms that suit, who must not be asked twice, and the gap a room needs. */
export interface PlotNeed {
  readonly length: number;
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly rooms: readonly number[];
  readonly people: readonly number[];
  readonly gap: number;
}

/** A random free plot; `undefined` after 400 tries. */
export function findPlot(random: Random, planting: Planting, need: PlotNeed): Plot | undefined {
  for (let tries = 0; tries < 400; tries++) {
    const day = need.days[drawBelow(random, need.days.length)]!;
    const inDay = need.from + drawBelow(random, need.to - need.from - need.length + 1);
    const start = day * planting.perDay + inDay;
    const room = need.rooms[drawBelow(random, need.rooms.length)]!;
    const roomFrom = Math.max(day * planting.perDay, start - need.gap);
    const roomTo = Math.min((day + 1) * planting.perDay, start + need.length + need.gap);
    if (!isClear(planting.rooms[room]!, roomFrom, roomTo)) continue;
    if (need.people.every((person) => isClear(planting.people[person]!, start, start + need.length))) return { start, room };
  }
  return undefined;
}

/** Takes a room and people for a plot. */
export function takePlot(planting: Planting, plot: Plot, length: number, people: readonly number[]): void {
  planting.rooms[plot.room]!.fill(1, plot.start, plot.start + length);
  for (const person of people) planting.people[person]!.fill(1, plot.start, plot.start + length);
}
