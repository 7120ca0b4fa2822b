import { byId, everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { replanElders } from "../plan-visits/store-dues.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import type { EndReason } from "../words.js";
import { dropDues } from "./drop-dues.js";
import { lowerRaised } from "./lower-raised.js";

const why = "what raised the levels of some elders, whose places were checked";

export const findTrigger = (db: ElderPairingDb, id: string) => byId(db, "elder_pairing_trigger", id).selectAll().executeTakeFirst();
export type TriggerRow = NonNullable<Awaited<ReturnType<typeof findTrigger>>>;
export const findAlert = (db: ElderPairingDb, id: string) => byId(db, "elder_pairing_alert", id).selectAll().executeTakeFirst();

/**
 * What raised levels ends before its time: each elder's level is what still holds it up, or what it was before; what was due because of it goes, also what is
 * overdue where it never was so; days are planned anew. A handful of statements for all of them, and one reading of the month's plan.
 */
export async function endRaised(ctx: ElderPairingContext, rows: readonly TriggerRow[], reason: EndReason): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await ctx.db.updateTable("elder_pairing_trigger").set({ endedOn: ctx.clock.today(), endReason: reason }).where("id", "in", ids).execute();
  await lowerRaised(ctx, rows);
  await dropDues(ctx, rows, reason);
  await replanElders(ctx, [...new Set(rows.map(({ elderId }) => elderId))]);
}

/** One thing that happened to an elder ends. Throws triggerUnknown, triggerOver. */
export async function endTrigger(ctx: ElderPairingContext, id: string, reason: EndReason): Promise<void> {
  const row = await findTrigger(ctx.db, id);
  if (!row) throw errors.triggerUnknown({}, "params.triggerId");
  if (row.endedOn !== null) throw errors.triggerOver();
  await endRaised(ctx, [row], reason);
  ctx.audit("trigger.end", row.elderId, { triggerId: id, reason });
}

/** An alert ends for everybody it raised, also for who left since: coming back they are raised by it no more. Gives how many it still raised. Throws alertUnknown, alertOver. */
export async function endAlert(ctx: ElderPairingContext, id: string, reason: EndReason): Promise<number> {
  const { db, clock, audit } = ctx;
  const alert = await findAlert(db, id);
  if (!alert) throw errors.alertUnknown({}, "params.alertId");
  if (alert.endedOn !== null || alert.untilOn <= clock.today()) throw errors.alertOver();
  await db.updateTable("elder_pairing_alert").set({ endedOn: clock.today(), endReason: reason }).where("id", "=", id).execute();
  const rows = await everywhere(db, "elder_pairing_trigger", why).selectAll().where("alertId", "=", id).where("endReason", "is", null).execute();
  const running = rows.filter(({ endedOn }) => endedOn === null);
  await db.updateTable("elder_pairing_trigger").set({ endReason: reason }).where("alertId", "=", id).where("endReason", "is", null).execute();
  await endRaised(ctx, running, reason);
  audit("alert.end", alert.placePath, { alertId: id, kind: alert.kind, reason, elders: running.length });
  return running.length;
}
