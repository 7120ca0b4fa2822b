import type { ActivitiesContext } from "../plugin.js";
import { weekdayOf } from "./tell-time.js";

/** "11月28日（周六）" in the reader's language: a day as every page says it. */
export function tellDay(text: ActivitiesContext["text"], day: string): string {
  const [, month, date] = day.split("-").map(Number) as [number, number, number];
  return text("children-activities.day", { month, date, weekday: text(`children-activities.weekday.${weekdayOf(day)}`) });
}
