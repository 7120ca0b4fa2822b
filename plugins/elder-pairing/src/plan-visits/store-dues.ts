import { AppError, everywhere, insertRows } from "@lianxin/plugin-kit";
import { statesBefore, visitMoves } from "../keep-state/states.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays, addMonths, firstOfMonth, monthOf, weekdayOf } from "../tell-time/tell-time.js";
import { monthsAhead, planMonth, type NewDue } from "./plan-month.js";

const why = "what is due is planned for everybody in care";

/** Is it a day on which people work? Where the year's holidays are not loaded, Monday to Friday. */
export async function isWorkingDay({ use }: Pick<ElderPairingContext, "use">, day: string): Promise<boolean> {
  const { days } = await use.directory.holidays([Number(day.slice(0, 4))]);
  const known = days.find((one) => one.day === day);
  return known ? !known.isOffDay : weekdayOf(day) <= 5;
}

/**
 * Writes what is due in a month for everybody in care who has nothing planned there yet; `only` some elders: what was planned of theirs from today on is planned
 * anew. Gives how many. O(elders). Throws holidaysMissing.
 */
export async function storeDues(ctx: ElderPairingContext, month: string, only?: readonly string[]): Promise<number> {
  const { db, clock } = ctx;
  if (only !== undefined)
    await db
      .deleteFrom("elder_pairing_due")
      .where("elderId", "in", only)
      .where("state", "=", "due")
      .where("dueOn", ">=", clock.today())
      .where("month", "=", monthOf(month))
      .execute();
  return insertDues(ctx, await planMonth(ctx, month, { only }));
}

/** A day that an elder has already stays as it is. Gives how many went in. */
export const insertDues = ({ db }: Pick<ElderPairingContext, "db">, rows: readonly NewDue[]): Promise<number> =>
  insertRows(db, "elder_pairing_due", rows, { skips: true });

/** What was due and is past its week or month is missed; this month and, from the 20th on, the next are planned. */
export async function planAhead(ctx: ElderPairingContext): Promise<void> {
  const { db, clock } = ctx;
  const today = clock.today();
  await db
    .updateTable("elder_pairing_due")
    .set({ state: "missed" })
    .where("state", "in", statesBefore(visitMoves.lapse))
    .where((eb) =>
      eb.or([
        eb.and([eb("level", "=", "red"), eb("dueOn", "<", addDays(today, -7))]),
        eb.and([eb("level", "!=", "red"), eb("month", "<", monthOf(today)), eb("dueOn", "<", addDays(today, -7))]),
      ]),
    )
    .execute();
  for (const month of monthsAhead(today)) await storeDues(ctx, month);
}

/** Elders' levels or wishes changed: what is ahead this month, and the next if it is planned, changes with it. */
export async function replanElders(ctx: ElderPairingContext, elderIds: readonly string[]): Promise<void> {
  const today = ctx.clock.today();
  await storeDues(ctx, firstOfMonth(today), elderIds);
  const next = firstOfMonth(addMonths(firstOfMonth(today), 1));
  const planned = await everywhere(ctx.db, "elder_pairing_due", why).select("id").where("month", "=", monthOf(next)).limit(1).executeTakeFirst();
  if (planned) await storeDues(ctx, next, elderIds);
}

const unknownYear = new Set(["elder-pairing.holidaysMissing", "elder-pairing.festivalUnclear"]);

/** The days of whoever is new in care, this month. Where the year's holidays are not loaded the nightly plan says so; nobody's coming in waits for that. */
export async function planJoined(ctx: ElderPairingContext, elderIds: readonly string[]): Promise<void> {
  if (elderIds.length === 0) return;
  await replanElders(ctx, elderIds).catch((error: unknown) => {
    if (!(error instanceof AppError && unknownYear.has(error.code))) throw error;
  });
}

export const replanElder = (ctx: ElderPairingContext, elderId: string): Promise<void> => replanElders(ctx, [elderId]);

/** Somebody has to come to each of them by tomorrow (within 24 hours of what happened). */
export async function dueByTomorrowAll(ctx: ElderPairingContext, elders: readonly { readonly id: string; readonly placePath: string }[]): Promise<void> {
  const { db, newId, clock } = ctx;
  if (elders.length === 0) return;
  const dueOn = addDays(clock.today(), 1);
  const state = { state: "due", doneOn: null, visitId: null, snoozedUntil: null, snoozeReason: null, snoozeNote: null };
  const due = { dueOn, month: monthOf(dueOn), level: "red", mode: "visit", ...state };
  await insertDues(
    ctx,
    elders.map(({ id, placePath }) => ({ id: newId(), placePath, elderId: id, ...due })),
  );
  const ids = elders.map(({ id }) => id);
  await db.updateTable("elder_pairing_due").set({ level: "red" }).where("elderId", "in", ids).where("dueOn", "=", dueOn).execute();
}

export const dueByTomorrow = (ctx: ElderPairingContext, elder: { readonly id: string; readonly placePath: string }): Promise<void> =>
  dueByTomorrowAll(ctx, [elder]);
