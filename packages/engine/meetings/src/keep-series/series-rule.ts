import { expandSeries, type HolidayYear, type MonthlySeries, type Occurrence } from "@lianxin/scheduling";

/** A weekday of each week, or of every so many. */
export interface Weekly {
  readonly weekday: Extract<MonthlySeries["on"], { readonly weekday: number }>["weekday"];
}
/** "The first Tuesday", "the 10th" or "every Tuesday", and what happens when that day is off. */
export interface SeriesRule {
  readonly on: MonthlySeries["on"] | Weekly;
  readonly shift: MonthlySeries["shift"];
  /** Every so many months counted from one that has a date ("2026-09"), or weeks from a date; every month or week when not said. */
  readonly every?: { readonly months: number; readonly from: string } | { readonly weeks: number; readonly from: string };
}
export const isWeekly = (on: SeriesRule["on"]): on is Weekly => !("day" in on) && !("nth" in on);
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const weeksFrom = (from: string, day: string): number => (Date.parse(day) - Date.parse(from)) / (7 * 86_400_000);
function isItsTurn({ every }: SeriesRule, day: string): boolean {
  if (every === undefined) return true;
  return "weeks" in every ? weeksFrom(every.from, day) % every.weeks === 0 : (monthOf(day) - monthOf(every.from)) % every.months === 0;
}
/**
 * Can it be: the nth weekday of a month is moved by weeks or days; a day of the month (which falls on weekends too), and a weekday of each week (whose next
 * one is a meeting of its own), by days only.
 */
export const isRule = ({ on, shift }: SeriesRule): boolean => "nth" in on || shift !== "sameWeekdayNextWeek";

/** A weekday of each week is the first to the fifth of every month. */
const monthlyOf = (on: SeriesRule["on"]): MonthlySeries["on"][] =>
  isWeekly(on) ? ([1, 2, 3, 4, 5] as const).map((nth) => ({ weekday: on.weekday, nth })) : [on];

/** What was said of one date of a series; the date it was planned on names it. */
export interface Change {
  readonly plannedOn: string;
  readonly movedTo: string | null;
  readonly cancelReason: string | null;
  readonly meetingId: string | null;
}
export interface SeriesDate {
  readonly plannedOn: string;
  /** When it is held: by the rule, after a holiday, or where it was moved to; null when it falls out. */
  readonly on: string | null;
  readonly why: "rule" | "holiday" | "moved" | "cancelled" | "skipped";
  readonly cancelReason: string | null;
  readonly meetingId: string | null;
  /** The holidays of its year are not loaded: the date may still change. */
  readonly isDraft: boolean;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The dates the rule gives; a year whose holidays are not loaded is taken as one without holidays. */
function expand({ on, shift, ...rule }: SeriesRule, from: string, to: string, holidays: readonly HolidayYear[]): Occurrence[] {
  const years: HolidayYear[] = [];
  // The shift of a late December may reach into January.
  for (let year = yearOf(from) - 1; year <= yearOf(to) + 1; year++) years.push(holidays.find((one) => one.year === year) ?? { year, days: [] });
  return monthlyOf(on)
    .flatMap((monthly) => expandSeries(years, { on: monthly, shift }, from, to))
    .filter(({ planned }) => isItsTurn({ on, shift, ...rule }, planned))
    .sort((a, b) => (a.planned < b.planned ? -1 : 1));
}

function tellDate({ planned, date }: Occurrence, change: Change | undefined, isDraft: boolean): SeriesDate {
  const base = { plannedOn: planned, cancelReason: change?.cancelReason ?? null, meetingId: change?.meetingId ?? null, isDraft };
  if (change?.cancelReason) return { ...base, on: null, why: "cancelled" };
  if (change?.movedTo) return { ...base, on: change.movedTo, why: "moved" };
  if (date === undefined) return { ...base, on: null, why: "skipped" };
  return { ...base, on: date, why: date === planned ? "rule" : "holiday" };
}

/**
 * The dates of a series whose rule day lies in a span, with what was said of single ones; a change touches its own date alone. O(months).
 * Throws SchedulingError for a rule that cannot be.
 */
export function listDates(rule: SeriesRule, changes: readonly Change[], from: string, to: string, holidays: readonly HolidayYear[]): SeriesDate[] {
  const loaded = new Set(holidays.map(({ year }) => year));
  const changed = new Map(changes.map((change) => [change.plannedOn, change]));
  return expand(rule, from, to, holidays).map((occurrence) =>
    tellDate(occurrence, changed.get(occurrence.planned), !loaded.has(yearOf(occurrence.date ?? occurrence.planned))),
  );
}
