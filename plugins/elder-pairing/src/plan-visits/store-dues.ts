import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { statesBefore, visitMoves } from "../keep-state/states.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays, addMonths, firstOfMonth, monthOf, weekdayOf } from "../tell-time/tell-time.js";
import type { Level, Wish } from "../words.js";
import { planDues, type MonthFacts } from "./plan-dues.js";
import { festivalOf } from "./spring-festival.js";

const why = "what is due is planned for everybody in care";

/** Holidays of a month's year. Throws holidaysMissing for a year nobody loaded, festivalUnclear where its Spring Festival is not known. */
export async function monthFacts({ use, clock }: Pick<ElderPairingContext, "use" | "clock">, month: string): Promise<MonthFacts> {
  const year = Number(month.slice(0, 4));
  const { days, missingYears } = await use.directory.holidays([year]);
  if (missingYears.length > 0) throw errors.holidaysMissing({ year });
  const festival = festivalOf(year, days);
  if (!festival) throw errors.festivalUnclear({ year });
  const of = (isOff: boolean) => new Set(days.filter(({ isOffDay }) => isOffDay === isOff).map(({ day }) => day));
  return { month, from: clock.today(), offDays: of(true), workedDays: of(false), festival };
}

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
  const { db, newId, clock } = ctx;
  const facts = await monthFacts(ctx, month);
  if (only !== undefined)
    await db
      .deleteFrom("elder_pairing_due")
      .where("elderId", "in", only)
      .where("state", "=", "due")
      .where("dueOn", ">=", clock.today())
      .where("month", "=", monthOf(month))
      .execute();
  const query = everywhere(db, "elder_pairing_elder", why)
    .select(["id", "placePath", "level", "isSpecial", "wish"])
    .where("state", "=", "active")
    .where("careFromOn", "is not", null);
  const elders = await (only === undefined ? query : query.where("id", "in", only)).execute();
  const planned = await everywhere(db, "elder_pairing_due", why).select(["elderId", "dueOn", "state"]).where("month", "=", monthOf(month)).execute();
  const has = new Set(only === undefined ? planned.map(({ elderId }) => elderId) : []);
  const taken = new Set(planned.map(({ elderId, dueOn }) => `${elderId} ${dueOn}`));
  const doneOf = new Set(planned.filter(({ state }) => state === "done").map(({ elderId }) => elderId));
  const open = elders.filter(({ id, level }) => !has.has(id) && (level === "red" || !doneOf.has(id)));
  const placeOf = new Map(elders.map(({ id, placePath, level }) => [id, { placePath, level }]));
  const dues = planDues(
    open.map(({ id, level, isSpecial, wish }) => ({ id, isSpecial, level: level as Level, wish: wish as Wish })),
    facts,
  ).filter(({ elderId, dueOn }) => !taken.has(`${elderId} ${dueOn}`));
  const rows = dues.map(({ elderId, dueOn, mode }) => ({
    ...{ id: newId(), elderId, dueOn, mode, month: monthOf(month), ...placeOf.get(elderId)! },
    ...{ state: "due", doneOn: null, visitId: null, snoozedUntil: null, snoozeReason: null, snoozeNote: null },
  }));
  for (let i = 0; i < rows.length; i += 400)
    await db
      .insertInto("elder_pairing_due")
      .values(rows.slice(i, i + 400))
      .onConflict((oc) => oc.doNothing())
      .execute();
  return rows.length;
}

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
  await storeDues(ctx, firstOfMonth(today));
  if (today.slice(8) >= "20") await storeDues(ctx, firstOfMonth(addMonths(firstOfMonth(today), 1)));
}

/** Elders' levels or wishes changed: what is ahead this month, and the next if it is planned, changes with it. */
export async function replanElders(ctx: ElderPairingContext, elderIds: readonly string[]): Promise<void> {
  const today = ctx.clock.today();
  await storeDues(ctx, firstOfMonth(today), elderIds);
  const next = firstOfMonth(addMonths(firstOfMonth(today), 1));
  const planned = await everywhere(ctx.db, "elder_pairing_due", why).select("id").where("month", "=", monthOf(next)).limit(1).executeTakeFirst();
  if (planned) await storeDues(ctx, next, elderIds);
}

export const replanElder = (ctx: ElderPairingContext, elderId: string): Promise<void> => replanElders(ctx, [elderId]);

/** Somebody has to come by tomorrow (within 24 hours of what happened). */
export async function dueByTomorrow({ db, newId, clock }: ElderPairingContext, elder: { readonly id: string; readonly placePath: string }): Promise<void> {
  const dueOn = addDays(clock.today(), 1);
  const state = { state: "due", doneOn: null, visitId: null, snoozedUntil: null, snoozeReason: null, snoozeNote: null };
  await db
    .insertInto("elder_pairing_due")
    .values({ id: newId(), placePath: elder.placePath, elderId: elder.id, dueOn, month: monthOf(dueOn), level: "red", mode: "visit", ...state })
    .onConflict((oc) => oc.columns(["elderId", "dueOn"]).doUpdateSet({ level: "red" }))
    .execute();
}
