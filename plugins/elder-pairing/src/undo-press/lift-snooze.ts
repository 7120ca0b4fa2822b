import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { ElderRow } from "../keep-people/people.repository.js";
import type { ElderPairingContext } from "../plugin.js";

const why = "what is due of one elder, whose place was checked";
const putOff = ({ db, clock }: Pick<ElderPairingContext, "db" | "clock">, elderId: string) =>
  everywhere(db, "elder_pairing_due", why)
    .select(["id", "snoozes", "snoozedOn", "snoozedUntil"])
    .where("elderId", "=", elderId)
    .where("state", "in", ["due", "missed"])
    .where("snoozedUntil", ">", clock.today())
    .orderBy("snoozedUntil", "desc")
    .execute();

/** The last day until which something of an elder's is put off; null where nothing is. */
export async function snoozedUntil(ctx: Pick<ElderPairingContext, "db" | "clock">, elderId: string): Promise<string | null> {
  const [last] = await putOff(ctx, elderId);
  return last?.snoozedUntil ?? null;
}

/** What was put off waits no longer, and why it did is kept nowhere. Lifted on the day it was put off, it does not count as one of the times it may be. Gives how many. Throws snoozeNone. */
export async function liftSnooze(ctx: ElderPairingContext, elder: ElderRow): Promise<number> {
  const { db, clock, audit } = ctx;
  const rows = await putOff(ctx, elder.id);
  if (rows.length === 0) throw errors.snoozeNone();
  for (const { id, snoozes, snoozedOn } of rows) {
    const isToday = snoozedOn === clock.today();
    await db
      .updateTable("elder_pairing_due")
      .set({ snoozedUntil: null, snoozeReason: null, snoozeNote: null, snoozes: isToday ? Math.max(0, (snoozes ?? 1) - 1) : snoozes })
      .where("id", "=", id)
      .execute();
  }
  audit("snooze.lift", elder.id);
  return rows.length;
}
