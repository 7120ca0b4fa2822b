import { AppError, everywhere, insertRows } from "@lianxin/plugin-kit";
import { statesBefore, visitMoves } from "../keep-state/states.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays, addMonths, firstOfMonth, monthOf, weekdayOf } from "../tell-time/tell-time.js";
import { monthFacts, monthsAhead, planMonth, type NewDue } from "./plan-month.js";

const why = "what is due is planned for everybody in care";

/** Is it a day on which people work? Where the year's holidays are not loaded, Monday to Friday. */
export async function isWorkingDay({ use }: Pick<ElderPairingContext, "use">, day: string): Promise<boolean> {
  const { days } = await use.directory.holidays([Number(day.slice(0, 4))]);
  const known = days.find((one) => one.day === day);
  return known ? !known.isOffDay : weekdayOf(day) <= 5;
}

/** A day that an elder has already stays as it is. Gives how many went in. */
export const insertDues = ({ db }: Pick<ElderPairingContext, "db">, rows: readonly NewDue[]): Promise<number> =>
  insertRows(db, "elder_pairing_due", rows, { skips: true });

/**
 * Writes what is due in a month for everybody in care who has nothing planned there yet. Gives how many. O(elders). Throws holidaysMissing, festivalUnclear.
 */
export async function storeDues(ctx: ElderPairingContext, month: string): Promise<number> {
  return insertDues(ctx, await planMonth(ctx, await monthFacts(ctx, month, ctx.clock.today())));
}

/** What the level planned of some elders in a month is planned anew from tomorrow on: who is asked today goes tomorrow at the earliest. What was agreed on or is urgent stays. */
async function renewDues(ctx: ElderPairingContext, month: string, only: readonly string[]): Promise<void> {
  const today = ctx.clock.today();
  const facts = await monthFacts(ctx, month, addDays(today, 1));
  await ctx.db
    .deleteFrom("elder_pairing_due")
    .where("elderId", "in", only)
    .where("state", "=", "due")
    .where("cause", "is", null)
    .where("dueOn", ">", today)
    .where("month", "=", monthOf(month))
    .execute();
  await insertDues(ctx, await planMonth(ctx, facts, { only }));
}

/** Is what nobody has made by today missed: past its week where it is weekly, past its month and a week else? */
export const isLapsed = ({ level, month, dueOn }: Pick<NewDue, "level" | "month" | "dueOn">, today: string): boolean =>
  dueOn < addDays(today, -7) && (level === "red" || month < monthOf(today));

/** What was due and is past its week or month (as isLapsed) is missed; the month is planned. Throws as storeDues. */
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
  await storeDues(ctx, firstOfMonth(today));
}

/** From the 20th on the next month is planned, in a turn of its own: a year that is not loaded yet holds up nothing of this one. Throws as storeDues. */
export async function planNextMonth(ctx: ElderPairingContext): Promise<void> {
  for (const month of monthsAhead(ctx.clock.today()).slice(1)) await storeDues(ctx, month);
}

/** What stays of some elders is made as each wishes now; who wishes no visit has none. */
async function followWishes({ db, clock }: ElderPairingContext, elderIds: readonly string[]): Promise<void> {
  const elders = await everywhere(db, "elder_pairing_elder", why).select(["id", "wish"]).where("id", "in", elderIds).execute();
  const whoWish = (wish: string) => ["", ...elders.filter((elder) => elder.wish === wish).map(({ id }) => id)];
  const none = db.deleteFrom("elder_pairing_due").where("elderId", "in", whoWish("none"));
  await none.where("state", "=", "due").where("dueOn", ">=", clock.today()).execute();
  for (const mode of ["visit", "phone"])
    await db
      .updateTable("elder_pairing_due")
      .set({ mode })
      .where("elderId", "in", whoWish(mode))
      .where("state", "in", ["due", "missed"])
      .where("mode", "!=", mode)
      .execute();
}

const unknownYear = new Set(["elder-pairing.holidaysMissing", "elder-pairing.festivalUnclear"]);
const ignoreUnknownYear = (error: unknown): undefined => {
  if (error instanceof AppError && unknownYear.has(error.code)) return undefined;
  throw error;
};

/**
 * The days of whoever begins to be in care at or below a place and of those in care without any, from tomorrow on: what putting a matching in force writes. A next
 * month whose year is not loaded waits for the nightly plan. Throws as storeDues for this month.
 */
export async function planJoining(ctx: ElderPairingContext, path: string): Promise<NewDue[]> {
  const today = ctx.clock.today();
  const [month, next] = monthsAhead(today);
  const dues = await planMonth(ctx, await monthFacts(ctx, month!, addDays(today, 1)), { joining: path });
  const facts = next === undefined ? undefined : await monthFacts(ctx, next, next).catch(ignoreUnknownYear);
  return facts ? [...dues, ...(await planMonth(ctx, facts, { joining: path }))] : dues;
}

/**
 * Elders are new in care, or their levels or wishes changed: what is ahead this month, and the next if it is planned, changes with it. Where the year's holidays are
 * not loaded the nightly plan says so; what happened is written down all the same.
 */
export async function replanElders(ctx: ElderPairingContext, elderIds: readonly string[]): Promise<void> {
  if (elderIds.length === 0) return;
  await followWishes(ctx, elderIds);
  const month = firstOfMonth(ctx.clock.today());
  const next = firstOfMonth(addMonths(month, 1));
  const ahead = everywhere(ctx.db, "elder_pairing_due", why).select("id").where("month", "=", monthOf(next)).where("cause", "is", null);
  for (const one of (await ahead.limit(1).executeTakeFirst()) ? [month, next] : [month]) await renewDues(ctx, one, elderIds).catch(ignoreUnknownYear);
}

export const replanElder = (ctx: ElderPairingContext, elderId: string): Promise<void> => replanElders(ctx, [elderId]);
