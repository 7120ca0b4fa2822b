import { Temporal } from "temporal-polyfill";
import { errors } from "../errors.js";
import type { CommitmentsContext } from "../plugin.js";
import { shiftDay } from "./choose-light.js";
import { loadCalendar } from "./working-calendar.js";

/** A day of the calendar as "2026-09-09"; throws dayUnknown for 2026-02-30 and for other writings. */
export function getDay(value: string, field: string): string {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return Temporal.PlainDate.from(value, { overflow: "reject" }).toString();
  } catch {
    throw errors.dayUnknown({ value }, field);
  }
  throw errors.dayUnknown({ value }, field);
}

/** A due day from today on; throws dayUnknown, dueInPast. */
export function getDueDay(value: string, today: string): string {
  const dueOn = getDay(value, "body.dueOn");
  if (dueOn < today) throw errors.dueInPast({ today }, "body.dueOn");
  return dueOn;
}

/** The due day that was written, or the nth working day after today; throws dueNeeded, dayUnknown, dueInPast, holidaysMissing. */
export async function chooseDueDay(
  { use, clock }: CommitmentsContext,
  { dueOn, workingDays }: { readonly dueOn?: string | undefined; readonly workingDays?: number | undefined },
): Promise<string> {
  const today = clock.today();
  if ((dueOn === undefined) === (workingDays === undefined)) throw errors.dueNeeded({}, "body.dueOn");
  if (workingDays === undefined) return getDueDay(dueOn!, today);
  // No stretch of free days is longer than a fortnight, so three days for each working day and a month reach far enough.
  return (await loadCalendar(use.directory, today, shiftDay(today, workingDays * 3 + 31))).addTo(today, workingDays);
}
