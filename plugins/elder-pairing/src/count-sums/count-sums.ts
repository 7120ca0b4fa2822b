import { within, type Scope } from "@lianxin/plugin-kit";
import type { ExpressionBuilder } from "kysely";
import type { ElderPairingDb } from "../plugin.js";
import { wasLate } from "../urge-visits/late-visits.js";
import { addDays, lastOfMonth } from "../tell-time/tell-time.js";

/** Figures of a township: no name, and nothing that fewer than a township's elders share. */
export interface TownSums {
  readonly townPath: string;
  readonly elders: number;
  readonly levels: Readonly<Record<"red" | "yellow" | "green", number>>;
  /** Elders with something due in the month; of them visited. Who wishes no visit is counted apart. */
  readonly due: number;
  readonly visited: number;
  readonly optedOut: number;
  readonly overdue: number;
  readonly paired: number;
  readonly alarms: number;
}
export interface Sums {
  readonly towns: readonly TownSums[];
  readonly needsRaised: number;
  /** 解决实际问题 n 件: needs that were settled, not visits. */
  readonly needsClosed: number;
}
const count = (value: unknown): number => Number(value);

/**
 * Done within the month it was due in; a weekly one also in the days of its week that the month's end cuts off. A later visit settles it and does not make
 * the month look visited.
 */
const doneInTime = (eb: ExpressionBuilder<any, any>, monthEnd: string) =>
  eb.and([
    eb("due.state", "=", "done"),
    eb.or([eb("due.doneOn", "<=", monthEnd), eb.and([eb("due.level", "=", "red"), eb("due.doneOn", "<=", addDays(monthEnd, daysOfCutWeek))])]),
  ]);
/** A week belongs to the month of its Thursday, so so many days of it lie in the next month at most. */
const daysOfCutWeek = 3;

/** What elders counted as on a day: one row for each who was here then. */
const standingOn = (db: ElderPairingDb, scope: Scope, day: string) =>
  within(db, scope, "elder_pairing_standing")
    .where("elder_pairing_standing.fromOn", "<=", day)
    .where((eb) => eb.or([eb("elder_pairing_standing.untilOn", "is", null), eb("elder_pairing_standing.untilOn", ">", day)]));

/** The last that elders counted as in the month up to a day, also of those who left in it: each once, where they lived last. */
const lastStandings = (db: ElderPairingDb, scope: Scope, { month, day }: { readonly month: string; readonly day: string }) =>
  within(db, scope, "elder_pairing_standing")
    .where("elder_pairing_standing.fromOn", "<=", day)
    .where((eb) => eb.or([eb("elder_pairing_standing.untilOn", "is", null), eb("elder_pairing_standing.untilOn", ">=", `${month}-01`)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("elder_pairing_standing as later")
            .select("later.id")
            .whereRef("later.elderId", "=", "elder_pairing_standing.elderId")
            .whereRef("later.fromOn", ">", "elder_pairing_standing.fromOn")
            .where("later.fromOn", "<=", day),
        ),
      ),
    );

function countNeeds(db: ElderPairingDb, scope: Scope, year: string, on: "openedOn" | "closedOn"): Promise<{ n: number }> {
  return within(db, scope, "elder_pairing_need")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where(on, ">=", `${year}-01-01`)
    .where(on, "<=", `${year}-12-31`)
    .executeTakeFirstOrThrow();
}

/**
 * The figures of a month at the places of a scope, as they were on its last day, or are today while it runs: whoever moves, dies or wishes otherwise later changes
 * no month that is over. Seven grouped reads over what was due in that month and over elders; visits are never counted one by one.
 */
export async function countSums(db: ElderPairingDb, scope: Scope, { month, today }: { readonly month: string; readonly today: string }): Promise<Sums> {
  const monthEnd = lastOfMonth(`${month}-01`);
  const day = monthEnd < today ? monthEnd : today;
  const [elders, dues, overdue, pairs, alarms, raised, closed] = await Promise.all([
    standingOn(db, scope, day)
      .select(["townPath", "level", "wish"])
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .groupBy(["townPath", "level", "wish"])
      .execute(),
    lastStandings(db, scope, { month, day })
      .innerJoin("elder_pairing_due as due", "due.elderId", "elder_pairing_standing.elderId")
      .select("elder_pairing_standing.townPath")
      .select((eb) => [
        eb.fn.count<number>("due.elderId").distinct().as("due"),
        eb.fn
          .count<number>(eb.case().when(doneInTime(eb, monthEnd)).then(eb.ref("due.elderId")).end())
          .distinct()
          .as("visited"),
      ])
      .where("due.month", "=", month)
      .where("elder_pairing_standing.wish", "!=", "none")
      .groupBy("elder_pairing_standing.townPath")
      .execute(),
    standingOn(db, scope, day)
      .innerJoin("elder_pairing_due as due", "due.elderId", "elder_pairing_standing.elderId")
      .select("elder_pairing_standing.townPath")
      .select((eb) => eb.fn.count<number>("due.elderId").distinct().as("n"))
      .where("elder_pairing_standing.wish", "!=", "none")
      .where((eb) => wasLate(eb, day))
      .groupBy("elder_pairing_standing.townPath")
      .execute(),
    standingOn(db, scope, day)
      .innerJoin("elder_pairing_pair as pair", "pair.elderId", "elder_pairing_standing.elderId")
      .select("elder_pairing_standing.townPath")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("pair.role", "=", "primary")
      .where("pair.effectiveOn", "<=", day)
      .where((eb) => eb.or([eb("pair.untilOn", "is", null), eb("pair.untilOn", ">", day)]))
      .groupBy("elder_pairing_standing.townPath")
      .execute(),
    standingOn(db, scope, day)
      .innerJoin("elder_pairing_alarm as alarm", "alarm.elderId", "elder_pairing_standing.elderId")
      .select("elder_pairing_standing.townPath")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("alarm.onDay", "=", day)
      .groupBy("elder_pairing_standing.townPath")
      .execute(),
    countNeeds(db, scope, month.slice(0, 4), "openedOn"),
    countNeeds(db, scope, month.slice(0, 4), "closedOn"),
  ]);
  const paths = [...new Set([...elders, ...dues].map(({ townPath }) => townPath))].sort();
  const at = <R extends { readonly townPath: string }>(rows: readonly R[], path: string) => rows.find(({ townPath }) => townPath === path);
  const towns = paths.map((townPath): TownSums => {
    const own = elders.filter((row) => row.townPath === townPath);
    const sum = (keep: (row: (typeof own)[number]) => boolean) => own.filter(keep).reduce((total, { n }) => total + count(n), 0);
    const ofMonth = at(dues, townPath);
    return {
      ...{ townPath, elders: sum(() => true), optedOut: sum(({ wish }) => wish === "none") },
      levels: { red: sum(({ level }) => level === "red"), yellow: sum(({ level }) => level === "yellow"), green: sum(({ level }) => level === "green") },
      ...{ due: count(ofMonth?.due ?? 0), visited: count(ofMonth?.visited ?? 0), overdue: count(at(overdue, townPath)?.n ?? 0) },
      ...{ paired: count(at(pairs, townPath)?.n ?? 0), alarms: count(at(alarms, townPath)?.n ?? 0) },
    };
  });
  return { towns, needsRaised: count(raised.n), needsClosed: count(closed.n) };
}
