import { Temporal } from "temporal-polyfill";

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];
const two = (value: number): string => String(value).padStart(2, "0");

/** The wall clock of an instant in a zone. */
export const localOf = (instant: string, zone: string): Temporal.PlainDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();

/** "2026-09-09" of an instant in a zone. */
export const dayOf = (instant: string, zone: string): string => localOf(instant, zone).toPlainDate().toString();

/** The instant of a wall clock "2026-09-09T15:00" in a zone: "2026-09-09T07:00:00.000Z". */
export const instantOf = (local: string, zone: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString({ smallestUnit: "millisecond" });

/** The instant of a moment as the scheduler writes it: with an offset, or a wall clock of the zone. */
export const instantIn = (moment: string, zone: string): string =>
  /Z|[+-]\d\d:\d\d$/.test(moment) ? Temporal.Instant.from(moment).toString({ smallestUnit: "millisecond" }) : instantOf(moment, zone);

export const addMinutes = (instant: string, minutes: number): string =>
  Temporal.Instant.from(instant).add({ minutes }).toString({ smallestUnit: "millisecond" });

/** Is it a day of the calendar, so not 2026-02-30? */
export function isDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" }).toString() === day;
  } catch {
    return false;
  }
}

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;

/** 周三 of "2026-09-09" */
export const weekdayOf = (day: string): string => `周${weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1]}`;

/** "9月9日（周三）" */
export function tellDay(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.month}月${date.day}日（${weekdayOf(day)}）`;
}

/** "15:00" of an instant in a zone. */
export function tellTime(instant: string, zone: string): string {
  const { hour, minute } = localOf(instant, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** The end of what lasts past midnight names the next day; midnight itself is still the end of the first. */
const isPast = (start: Temporal.PlainDateTime, end: Temporal.PlainDateTime): boolean => Temporal.PlainDate.compare(start.toPlainDate(), end.toPlainDate()) < 0;
const isMidnight = ({ hour, minute }: Temporal.PlainDateTime): boolean => hour === 0 && minute === 0;

/** "2026年9月9日（星期三）下午3:00—4:30", as a notice says it; "晚上10:30—12:00" to midnight. */
export function tellForNotice(startsAt: string, endsAt: string, zone: string): string {
  const start = localOf(startsAt, zone);
  const clock = ({ hour, minute }: Temporal.PlainDateTime) => `${hour > 12 ? hour - 12 : hour}:${two(minute)}`;
  const half = (hour: number) => (hour < 5 ? "凌晨" : hour < 12 ? "上午" : hour < 18 ? "下午" : "晚上");
  const end = localOf(endsAt, zone);
  const begin = `${start.year}年${start.month}月${start.day}日（星期${weekdays[start.dayOfWeek - 1]}）${half(start.hour)}${clock(start)}`;
  const isNext = isPast(start, end);
  if (isNext && isMidnight(end)) return `${begin}—${half(start.hour) === "晚上" ? "" : "晚上"}12:00`;
  const endHalf = isNext ? `次日${half(end.hour)}` : half(end.hour) === half(start.hour) ? "" : half(end.hour);
  return `${begin}—${endHalf}${clock(end)}`;
}

/** "2026年9月9日 15:00—16:30", as minutes say it. */
export function tellForMinutes(startsAt: string, endsAt: string, zone: string): string {
  const [start, end] = [localOf(startsAt, zone), localOf(endsAt, zone)];
  const isNext = isPast(start, end);
  const until = isNext && isMidnight(end) ? "24:00" : `${isNext ? "次日" : ""}${tellTime(endsAt, zone)}`;
  return `${start.year}年${start.month}月${start.day}日 ${tellTime(startsAt, zone)}—${until}`;
}
