import { Temporal } from "temporal-polyfill";

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];
const two = (value: number): string => String(value).padStart(2, "0");
const localOf = (instant: string, zone: string): Temporal.PlainDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();

/** The instant of a wall clock, "2026-09-17" and "08:30" in a zone: "2026-09-17T00:30:00.000Z". */
export const instantOf = (day: string, time: string, zone: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString({ smallestUnit: "millisecond" });

export const addMinutes = (instant: string, minutes: number): string =>
  Temporal.Instant.from(instant).add({ minutes }).toString({ smallestUnit: "millisecond" });

/** Whole minutes from one instant to another; below nothing when it is earlier. */
export const minutesBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
/** 1 is Monday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Is it a day of the calendar, so not 2026-02-30? */
export function isDay(day: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && Temporal.PlainDate.from(day, { overflow: "reject" }).toString() === day;
  } catch {
    return false;
  }
}
export const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

/** "08:30" of an instant in a zone. */
export function timeOf(instant: string, zone: string): string {
  const { hour, minute } = localOf(instant, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** "2026-09-17" of an instant in a zone. */
export const dayOf = (instant: string, zone: string): string => localOf(instant, zone).toPlainDate().toString();

/** "9月17日（周四）" */
export function tellDay(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.month}月${date.day}日（周${weekdays[date.dayOfWeek - 1]}）`;
}

/** "9月17日（周四）8:30" of an instant in a zone. */
export const tellMoment = (instant: string, zone: string): string => `${tellDay(dayOf(instant, zone))}${timeOf(instant, zone).replace(/^0/, "")}`;

/** "9月17日（周四）8:30–10:30" */
export const tellWhen = (heldOn: string, startsAt: string, endsAt: string, zone: string): string =>
  `${tellDay(heldOn)}${timeOf(startsAt, zone).replace(/^0/, "")}–${timeOf(endsAt, zone).replace(/^0/, "")}`;

/** "0917-12": the twelfth who came for that day. */
export const tellNumber = (originalOn: string, number: number): string => `${originalOn.slice(5, 7)}${originalOn.slice(8)}-${number}`;
