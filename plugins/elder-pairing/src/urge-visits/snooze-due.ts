import { errors } from "../errors.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays, isDay } from "../tell-time/tell-time.js";

/** At most so many days can something overdue wait: longer would be a month without a visit. */
const longest = 14;

/** What is due of an elder by now waits until a day, and says why; nobody is told meanwhile. Gives how many. Throws dayInvalid, dayPast, snoozeLong. */
export async function snoozeDue({ db, clock, audit }: ElderPairingContext, elderId: string, until: string, reason: string): Promise<number> {
  const today = clock.today();
  if (!isDay(until)) throw errors.dayInvalid({ value: until }, "body.until");
  if (until <= today) throw errors.dayPast({ day: until }, "body.until");
  if (until > addDays(today, longest)) throw errors.snoozeLong({ days: longest }, "body.until");
  const done = await db
    .updateTable("elder_pairing_due")
    .set({ snoozedUntil: until, snoozeReason: reason })
    .where("elderId", "=", elderId)
    .where("state", "in", ["due", "missed"])
    .where("dueOn", "<=", today)
    .returning("id")
    .execute();
  audit("snooze", elderId, { until, reason });
  return done.length;
}
