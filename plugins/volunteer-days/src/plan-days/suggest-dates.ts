import { addDays, weekdayOf } from "../tell-time/tell-time.js";

/** A day as announced, off or worked against the week's rule. */
export interface AnnouncedDay {
  readonly day: string;
  readonly name: string;
  readonly isOffDay: boolean;
}
export interface DateOption {
  readonly day: string;
  /** A weekend that is worked. */
  readonly isMakeUp: boolean;
}
/** Further away it is another week's clean-up. */
const reach = 10;

/** Why a date cannot be taken: a holiday, unless it is to take place on it all the same, or the series meets then; undefined when it can. */
export function refuseDate(
  day: string,
  announced: readonly AnnouncedDay[],
  taken: ReadonlySet<string>,
  isOnHoliday = false,
): "dateOff" | "dateTaken" | undefined {
  if (!isOnHoliday && announced.some((one) => one.day === day && one.isOffDay)) return "dateOff";
  return taken.has(day) ? "dateTaken" : undefined;
}

/**
 * Where a date that falls on a holiday may go: the last worked day before it, and the first worked weekend after it, else the first worked
 * weekday; none of the dates `taken` by the series. National Day 2026-10-01: 09-30 and Saturday 10-10, never 10-08. O(days within reach).
 */
export function suggestDates(original: string, announced: readonly AnnouncedDay[], taken: ReadonlySet<string>): DateOption[] {
  const known = new Map(announced.map((one) => [one.day, one]));
  const isMakeUp = (day: string) => known.get(day)?.isOffDay === false;
  const isFree = (day: string) => (isMakeUp(day) || (weekdayOf(day) < 6 && !known.has(day))) && !taken.has(day);
  const days = (step: 1 | -1) => Array.from({ length: reach }, (_, i) => addDays(original, step * (i + 1))).filter(isFree);
  const after = days(1);
  const found = [days(-1)[0], after.find(isMakeUp) ?? after[0]];
  return found.flatMap((day) => (day === undefined ? [] : [{ day, isMakeUp: isMakeUp(day) }]));
}
