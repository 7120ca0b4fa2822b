import { Temporal } from "temporal-polyfill";

/** The last instant before a day begins in a zone, as UTC text: what happened at or before it belongs to earlier days. */
export const startOfDay = (day: string, zone: string): string =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds - 1).toISOString();
