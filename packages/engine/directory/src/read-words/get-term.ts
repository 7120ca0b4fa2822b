import { Temporal } from "temporal-polyfill";
import { errors } from "../errors.js";
import type { Term } from "./read-term.js";

/** A day of the calendar as "2026-09-09"; throws dayUnknown for 2026-02-30 and for other writings. */
export function getDay(value: string, field: string): string {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return Temporal.PlainDate.from(value, { overflow: "reject" }).toString();
  } catch {
    throw errors.dayUnknown({ value }, field);
  }
  throw errors.dayUnknown({ value }, field);
}

/** A term whose days exist and stand in order; throws dayUnknown, datesReversed. */
export function getTerm(fromOn: string, toOn: string | null | undefined): Term {
  const term = { fromOn: getDay(fromOn, "body.fromOn"), toOn: toOn ? getDay(toOn, "body.toOn") : null };
  if (term.toOn !== null && term.toOn < term.fromOn) throw errors.datesReversed({}, "body.toOn");
  return term;
}
