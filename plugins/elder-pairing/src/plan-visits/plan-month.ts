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
/** A day that nobody has gone on yet: what is not said is null, and hundreds of rows carry no nulls to the database. */
export const newDue = { state: "due" } as const;
const why = "what is due is planned for everybody in care";

/**
 * What a month is planned with, from a day on: the holidays of its year. Throws holidaysMissing for a year nobody loaded, festivalUnclear where its Spring Festival
 * is not known.
 */
export async function monthFacts({ use }: Pick<ElderPairingContext, "use">, month: string, from: string): Promise<MonthFacts> {
  const year = Number(month.slice(0, 4));
  const { days, missingYears } = await use.directory.holidays([year]);
  if (missingYears.length > 0) throw errors.holidaysMissing({ year });
  const festival = festivalOf(year, days);
  if (!festival) throw errors.festivalUnclear({ year });
  const of = (isOff: boolean) => new Set(days.filter(({ isOffDay }) => isOffDay === isOff).map(({ day }) => day));
  return { month, from, offDays: of(true), workedDays: of(false), festival };
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

type Planned = { readonly elderId: string; readonly dueOn: string; readonly state: string; readonly cause: string | null };
/** How many are due on each day. */
function loadOf(planned: readonly Planned[]): ReadonlyMap<string, number> {
  const load = new Map<string, number>();
  for (const { state, dueOn } of planned) if (state === "due") load.set(dueOn, (load.get(dueOn) ?? 0) + 1);
  return load;
}

/** Is a row what the month asks for? Of some elders alone: a visit that was made or still waits; of all also one that was missed, unless it was urgent and besides. */
const isOfMonth =
  ({ only }: DueElders) =>
  ({ state, cause }: Planned): boolean =>
    state !== "missed" || (only === undefined && cause !== "urgent");

/**
 * What has to be written so that everybody in care has their days of a month: for whoever has nothing there yet (a red elder: in a week of it), spread over the
 * days with the fewest; of some elders alone what is missing. Writes nothing. O(elders).
 */
export async function planMonth(ctx: ElderPairingContext, facts: MonthFacts, which: DueElders = {}): Promise<NewDue[]> {
  const { db, newId } = ctx;
  const month = monthOf(facts.month);
  const elders = await readElders(ctx, which);
  const planned = await everywhere(db, "elder_pairing_due", why).select(["elderId", "dueOn", "state", "cause"]).where("month", "=", month).execute();
  const has = new Set(planned.filter(isOfMonth(which)).map(({ elderId }) => elderId));
  // One day agreed on at the door plans its own week of a red elder, not the month.
  const weekOf = (elderId: string, day: string): string => `${elderId} ${addDays(day, 1 - weekdayOf(day))}`;
  const weeks = new Set(planned.map(({ elderId, dueOn }) => weekOf(elderId, dueOn)));
  const taken = new Set(planned.map(({ elderId, dueOn }) => `${elderId} ${dueOn}`));
  const isRed = new Set(elders.filter(({ level }) => level === "red").map(({ id }) => id));
  const open = elders.filter(({ id }) => isRed.has(id) || !has.has(id));
  const placeOf = new Map(elders.map(({ id, placePath, level }) => [id, { placePath, level }]));
  const dues = planDues(
    open.map(({ id, level, isSpecial, wish }) => ({ id, isSpecial, level: level as Level, wish: wish as Wish })),
    { ...facts, load: loadOf(planned) },
  ).filter(({ elderId, dueOn }) => !taken.has(`${elderId} ${dueOn}`) && !(isRed.has(elderId) && weeks.has(weekOf(elderId, dueOn))));
  return dues.map(({ elderId, dueOn, mode }) => ({ ...newDue, id: newId(), elderId, dueOn, mode, month, ...placeOf.get(elderId)! }));
}
