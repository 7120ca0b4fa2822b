import { Temporal } from "temporal-polyfill";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { DocumentRefused } from "../document-refused.js";

const compact = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");

/** The instant of a field, or a refusal naming the field. */
export function readInstant(field: string, value: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(value);
  } catch {
    throw new DocumentRefused("calendar.instant.wrong", { field, value });
  }
}

/** `20260909T070000Z`. */
export function writeUtc(instant: Temporal.Instant): string {
  return `${compact(instant.toZonedDateTimeISO("UTC").toPlainDateTime())}Z`;
}

/** `20260909T150000`, the time on the wall in that zone; UTC keeps its Z. */
export function writeWallTime(instant: Temporal.Instant, zone: string): string {
  return zone === "UTC" ? writeUtc(instant) : compact(instant.toZonedDateTimeISO(zone).toPlainDateTime());
}

/** The VTIMEZONE component of a zone with CRLF line ends; empty for UTC. Refuses a zone nobody knows. */
export function writeZone(zone: string): string {
  if (zone === "UTC") return "";
  if (!isZone(zone)) throw new DocumentRefused("calendar.zone.unknown", { value: zone });
  const block = tzlib_get_ical_block(zone)[0];
  if (!block) throw new DocumentRefused("calendar.zone.unknown", { value: zone });
  return `${block.trim().replace(/\r?\n/g, "\r\n")}\r\n`;
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z0-9_+\-/]+$/.test(zone) && !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}
