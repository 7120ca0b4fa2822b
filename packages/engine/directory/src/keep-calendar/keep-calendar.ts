import type { WeeklySpan } from "../directory.js";
import { errors } from "../errors.js";
import type { DirectoryContext } from "../plugin.js";
import { checkWeekly } from "../read-words/check-weekly.js";
import type { BusyKind } from "../words.js";

/** Replaces when a person can usually come; throws timesReversed, timesOverlap. */
export async function setWeekly({ db, newId, publish, audit }: DirectoryContext, personId: string, spans: readonly WeeklySpan[]): Promise<void> {
  checkWeekly(spans, "body.weekly");
  await db.deleteFrom("directory_weekly_hours").where("personId", "=", personId).execute();
  if (spans.length > 0)
    await db
      .insertInto("directory_weekly_hours")
      .values(spans.map((span) => ({ ...span, id: newId(), personId })))
      .execute();
  publish("calendarChanged", personId, { personId });
  audit("calendar.weekly", personId);
}

/** Adds a time when a person cannot come; the same span twice is one. Throws timesReversed. */
export async function addBusy(
  { db, newId, publish, audit }: DirectoryContext,
  personId: string,
  span: { startsAt: string; endsAt: string; kind: BusyKind },
): Promise<string> {
  if (span.endsAt <= span.startsAt) throw errors.timesReversed({}, "body.endsAt");
  const known = await db
    .selectFrom("directory_busy")
    .select("id")
    .where("personId", "=", personId)
    .where("startsAt", "=", span.startsAt)
    .where("endsAt", "=", span.endsAt)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await db
    .insertInto("directory_busy")
    .values({ ...span, id, personId })
    .execute();
  publish("calendarChanged", personId, { personId });
  audit("calendar.busy", personId);
  return id;
}

export async function removeBusy({ db, publish, audit }: DirectoryContext, personId: string, id: string): Promise<void> {
  await db.deleteFrom("directory_busy").where("personId", "=", personId).where("id", "=", id).execute();
  publish("calendarChanged", personId, { personId });
  audit("calendar.free", personId);
}
