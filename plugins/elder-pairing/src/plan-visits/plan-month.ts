import { everywhere } from "@lianxin/plugin-kit";
import type { Insertable } from "kysely";
import { errors } from "../errors.js";
import type { ElderPairingContext, ElderPairingDatabase } from "../plugin.js";
import { addDays, addMonths, firstOfMonth, monthOf, weekdayOf } from "../tell-time/tell-time.js";
import type { Level, Wish } from "../words.js";
import { planDues, type MonthFacts } from "./plan-dues.js";
import { festivalOf } from "./spring-festival.js";

export type NewDue = Insertable<ElderPairingDatabase["elder_pairing_due"]>;
/** Some elders alone, or besides those in care whoever begins to be at or below a place. */
interface DueElders {
  readonly only?: readonly string[] | undefined;
  readonly joining?: string | undefined;
}
const why = "what is due is planned for everybody in care";

/** Holidays of a month's year. Throws holidaysMissing for a year nobody loaded, festivalUnclear where its Spring Festival is not known. */
async function monthFacts({ use, clock }: Pick<ElderPairingContext, "use" | "clock">, month: string): Promise<MonthFacts> {
  const year = Number(month.slice(0, 4));
  const { days, missingYears } = await use.directory.holidays([year]);
  if (missingYears.length > 0) throw errors.holidaysMissing({ year });
  const festival = festivalOf(year, days);
  if (!festival) throw errors.festivalUnclear({ year });
  const of = (isOff: boolean) => new Set(days.filter(({ isOffDay }) => isOffDay === isOff).map(({ day }) => day));
  return { month, from: clock.today(), offDays: of(true), workedDays: of(false), festival };
}

/** The months that are planned on a day, by their first days: its own, and from the 20th on the next. */
export function monthsAhead(today: string): string[] {
  const first = firstOfMonth(today);
  return today.slice(8) >= "20" ? [first, firstOfMonth(addMonths(first, 1))] : [first];
}

function readElders({ db }: Pick<ElderPairingContext, "db">, { only, joining }: DueElders) {
  const query = everywhere(db, "elder_pairing_elder", why).select(["id", "placePath", "level", "isSpecial", "wish"]).where("state", "=", "active");
  if (only !== undefined)
    return query
      .where("careFromOn", "is not", null)
      .where("id", "in", [...only])
      .execute();
  if (joining === undefined) return query.where("careFromOn", "is not", null).execute();
  const isBelow = [joining, `${joining}\uffff`] as const;
  return query
    .where((eb) => eb.or([eb("careFromOn", "is not", null), eb.and([eb("placePath", ">=", isBelow[0]), eb("placePath", "<", isBelow[1])])]))
    .execute();
}

/**
 * What has to be written so that everybody in care has their days of a month: for whoever has nothing planned there yet (a red elder: in a week of it), or for
 * some elders what is missing from today on. Writes nothing. O(elders). Throws holidaysMissing, festivalUnclear.
 */
export async function planMonth(ctx: ElderPairingContext, month: string, which: DueElders = {}): Promise<NewDue[]> {
  const { db, newId } = ctx;
  const facts = await monthFacts(ctx, month);
  const elders = await readElders(ctx, which);
  const planned = await everywhere(db, "elder_pairing_due", why).select(["elderId", "dueOn", "state"]).where("month", "=", monthOf(month)).execute();
  const has = new Set(which.only === undefined ? planned.map(({ elderId }) => elderId) : []);
  // One day agreed on at the door plans its own week of a red elder, not the month.
  const weekOf = (elderId: string, day: string): string => `${elderId} ${addDays(day, 1 - weekdayOf(day))}`;
  const weeks = new Set(planned.map(({ elderId, dueOn }) => weekOf(elderId, dueOn)));
  const taken = new Set(planned.map(({ elderId, dueOn }) => `${elderId} ${dueOn}`));
  const doneOf = new Set(planned.filter(({ state }) => state === "done").map(({ elderId }) => elderId));
  const isRed = new Set(elders.filter(({ level }) => level === "red").map(({ id }) => id));
  const open = elders.filter(({ id }) => isRed.has(id) || (!has.has(id) && !doneOf.has(id)));
  const placeOf = new Map(elders.map(({ id, placePath, level }) => [id, { placePath, level }]));
  const dues = planDues(
    open.map(({ id, level, isSpecial, wish }) => ({ id, isSpecial, level: level as Level, wish: wish as Wish })),
    facts,
  ).filter(({ elderId, dueOn }) => !taken.has(`${elderId} ${dueOn}`) && !(isRed.has(elderId) && weeks.has(weekOf(elderId, dueOn))));
  return dues.map(({ elderId, dueOn, mode }) => ({
    ...{ id: newId(), elderId, dueOn, mode, month: monthOf(month), ...placeOf.get(elderId)! },
    ...{ state: "due", doneOn: null, visitId: null, snoozedUntil: null, snoozeReason: null, snoozeNote: null },
  }));
}
