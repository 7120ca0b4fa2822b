import { told } from "../api.js";

/** A span of a week in which a home is open. */
export interface OpenHours {
  readonly weekday: number;
  readonly fromTime: string;
  readonly toTime: string;
}

/** "周一 08:30–11:00"; days with the same hours stand together. */
export function hoursText(hours: readonly OpenHours[]): string {
  const byTime = new Map<string, string[]>();
  for (const { weekday, fromTime, toTime } of hours) {
    const time = `${fromTime}–${toTime}`;
    byTime.set(time, [...(byTime.get(time) ?? []), told("weekday", String(weekday))]);
  }
  return [...byTime].map(([time, days]) => `${days.join("、")} ${time}`).join("；");
}

const usual = { startTime: "08:30", endTime: "11:00" };

/** When a new plan at a home is proposed: weekday mornings where it is open then, else on the days and at the hours of its first span. */
export function hoursToPropose(hours: readonly OpenHours[]): { readonly weekdays: readonly string[]; readonly startTime: string; readonly endTime: string } {
  const fitting = ({ startTime, endTime }: typeof usual, most: number) =>
    hours.filter(({ weekday, fromTime, toTime }) => weekday <= most && fromTime <= startTime && endTime <= toTime).map(({ weekday }) => String(weekday));
  if (hours.length === 0) return { weekdays: ["1", "2", "3", "4", "5"], ...usual };
  const mornings = fitting(usual, 5);
  if (mornings.length > 0) return { weekdays: [...new Set(mornings)], ...usual };
  const first = { startTime: hours[0]!.fromTime, endTime: hours[0]!.toTime };
  return { weekdays: [...new Set(fitting(first, 7))], ...first };
}
