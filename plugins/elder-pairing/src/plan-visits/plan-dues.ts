import { addDays, firstOfMonth, lastOfMonth, monthOf, weekdayOf } from "../tell-time/tell-time.js";
import type { Level, Wish } from "../words.js";
import type { Festival } from "./spring-festival.js";

export interface DueElder {
  readonly id: string;
  readonly level: Level;
  readonly isSpecial: boolean;
  readonly wish: Wish;
}
export type Cadence = "weekly" | "monthly" | "quarterly";
export interface PlannedDue {
  readonly elderId: string;
  readonly dueOn: string;
  readonly mode: "visit" | "phone";
}
export interface MonthFacts {
  /** Any day of the month. */
  readonly month: string;
  /** Nothing is planned before this day. */
  readonly from: string;
  readonly offDays: ReadonlySet<string>;
  /** Weekend days that are worked. */
  readonly workedDays: ReadonlySet<string>;
  readonly festival: Festival | undefined;
  /** How many are due already, by day: the days with the fewest are given out first. */
  readonly load?: ReadonlyMap<string, number>;
}

/** Red once a week, yellow once a month, green once a quarter; whoever is of the six groups once a month at least. */
export const cadenceOf = ({ level, isSpecial }: Pick<DueElder, "level" | "isSpecial">): Cadence =>
  level === "red" ? "weekly" : level === "yellow" || isSpecial ? "monthly" : "quarterly";

/** A number from an id that stays the same, to spread by. */
function spreadOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < id.length; k++) hash = Math.imul(hash ^ id.charCodeAt(k), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
const span = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Gives days out evenly: always the one with the fewest, the earlier of two. */
class EvenDays {
  readonly #load: Map<string, number>;

  constructor(load: ReadonlyMap<string, number> = new Map()) {
    this.#load = new Map(load);
  }

  take(days: readonly string[]): string | undefined {
    let best: string | undefined;
    for (const day of days) if (best === undefined || (this.#load.get(day) ?? 0) < (this.#load.get(best) ?? 0)) best = day;
    if (best !== undefined) this.#load.set(best, (this.#load.get(best) ?? 0) + 1);
    return best;
  }
}

/**
 * When each elder is due in a month, spread evenly over weekdays that are worked: red once a week, also through the festival, on days that are no
 * 除夕–初三; the others once, out of the days around the festival unless nothing else is left of the month. Who wishes no visit has none. O(elders · days).
 */
export function planDues(elders: readonly DueElder[], { month, from, offDays, workedDays, festival, load }: MonthFacts): PlannedDue[] {
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)];
  const closed = festival?.closed ?? new Set<string>();
  const open = span(from > first ? from : first, last).filter((day) => !closed.has(day));
  const isWorked = (day: string): boolean => workedDays.has(day) || (weekdayOf(day) <= 5 && !offDays.has(day));
  const worked = open.filter(isWorked);
  const calm = worked.filter((day) => !festival?.quiet.has(day));
  const even = new EvenDays(load);
  const monthly = calm.length > 0 ? calm : worked.length > 0 ? worked : open;
  // A week that the month's end cuts belongs to the month that has most of it; all its days may be used.
  const whole = span(addDays(first, -6), addDays(last, 6));
  // Days of another year are left out: its holidays may not be loaded.
  const isOfYear = (day: string): boolean => day.slice(0, 4) === first.slice(0, 4);
  const weeks = weeksOfMonth(whole, first, last).map((week) => week.filter((day) => day >= from && isOfYear(day) && !closed.has(day)));
  const dues: PlannedDue[] = [];
  const quarter = Number(monthOf(month).slice(5)) % 3;
  for (const elder of [...elders].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (elder.wish === "none") continue;
    const mode = elder.wish;
    const cadence = cadenceOf(elder);
    const lists =
      cadence === "weekly" ? weeks.map((week) => preferWorked(week, isWorked)) : cadence === "monthly" || spreadOf(elder.id) % 3 === quarter ? [monthly] : [];
    for (const days of lists) {
      const dueOn = even.take(days);
      if (dueOn !== undefined) dues.push({ elderId: elder.id, dueOn, mode });
    }
  }
  return dues;
}

const preferWorked = (week: readonly string[], isWorked: (day: string) => boolean): readonly string[] => {
  const worked = week.filter(isWorked);
  return worked.length > 0 ? worked : week;
};

/** Whole weeks whose Thursday lies in the month. */
function weeksOfMonth(days: readonly string[], first: string, last: string): string[][] {
  const weeks = new Map<string, string[]>();
  for (const day of days) {
    const monday = addDays(day, 1 - weekdayOf(day));
    const thursday = addDays(monday, 3);
    if (thursday >= first && thursday <= last) weeks.set(monday, [...(weeks.get(monday) ?? []), day]);
  }
  return [...weeks.values()];
}
