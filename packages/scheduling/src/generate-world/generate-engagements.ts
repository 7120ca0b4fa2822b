import { dateText, timeText } from "../count-days/civil-date.js";
import type { Interval, Person, WeeklyHours } from "../problem.js";
import { drawBelow, type Random } from "../random.js";

const daily = (from: string, to: string): WeeklyHours => {
  const spans = [[from, to]] as const;
  return { days: { 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans } };
};
const HOURS = [daily("08:00", "18:00"), daily("08:30", "17:30"), daily("09:00", "21:00"), daily("08:00", "21:00")];

function isFree(taken: Uint8Array, from: number, to: number): boolean {
  for (let g = from; g < to; g++) if (taken[g] === 1) return false;
  return true;
}

function writeInterval(startDay: number, perDay: number, from: number, to: number): Interval {
  const day = Math.floor(from / perDay);
  const at = (grain: number): string => `${dateText(startDay + day)}T${timeText(480 + (grain - day * perDay) * 15)}`;
  return { from: at(from), to: at(to) };
}

/**
 * A person's engagements until 20–35 % of all hours are taken, now and then a tentative one, never over what is planted for them.
 */
export function generateEngagements(random: Random, startDay: number, perDay: number, planted: Uint8Array, id: string): Person {
  const taken = planted.slice();
  const wanted = Math.floor((planted.length * (20 + drawBelow(random, 16))) / 100);
  const busy: Interval[] = [];
  const tentative: Interval[] = [];
  for (let sum = 0, tries = 0; sum < wanted && tries < 5000; tries++) {
    const length = 2 + drawBelow(random, 15);
    const from = drawBelow(random, planted.length);
    const to = Math.min(from + length, (Math.floor(from / perDay) + 1) * perDay);
    if (!isFree(taken, from, to)) continue;
    taken.fill(1, from, to);
    sum += to - from;
    (drawBelow(random, 10) === 0 ? tentative : busy).push(writeInterval(startDay, perDay, from, to));
  }
  const byStart = (a: Interval, b: Interval): number => (a.from < b.from ? -1 : 1);
  return { id, hours: HOURS[drawBelow(random, HOURS.length)]!, busy: busy.sort(byStart), tentative: tentative.sort(byStart) };
}
