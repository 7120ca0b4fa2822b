import { dayOf, timeOf } from "@lianxin/plugin-kit/days";
import { Temporal } from "temporal-polyfill";

export { addDays, addMinutes, dayOf, instantOf, isDay, isTime, timeOf, weekdayOf } from "@lianxin/plugin-kit/days";

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];

/** Whole minutes from one instant to another; below nothing when it is earlier. */
export const minutesBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);

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
