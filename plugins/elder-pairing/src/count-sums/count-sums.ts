import { within, type Scope } from "@lianxin/plugin-kit";
import type { ExpressionBuilder } from "kysely";
import type { ElderPairingDb } from "../plugin.js";
import { isLate } from "../urge-visits/late-visits.js";
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
    eb("elder_pairing_due.state", "=", "done"),
    eb.or([
      eb("elder_pairing_due.doneOn", "<=", monthEnd),
      eb.and([eb("elder_pairing_due.level", "=", "red"), eb("elder_pairing_due.doneOn", "<=", addDays(monthEnd, daysOfCutWeek))]),
    ]),
  ]);
/** A week belongs to the month of its Thursday, so so many days of it lie in the next month at most. */
const daysOfCutWeek = 3;

/** The figures of a month at the places of a scope. Seven grouped reads over what is due in that month and over elders; visits are never counted one by one. */
export async function countSums(db: ElderPairingDb, scope: Scope, { month, today }: { readonly month: string; readonly today: string }): Promise<Sums> {
  const [yearFrom, yearTo] = [`${month.slice(0, 4)}-01-01`, `${month.slice(0, 4)}-12-31`];
  const monthEnd = lastOfMonth(`${month}-01`);
  const [elders, dues, overdue, pairs, alarms, raised, closed] = await Promise.all([
    within(db, scope, "elder_pairing_elder")
      .select(["townPath", "level", "wish"])
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("state", "=", "active")
      .groupBy(["townPath", "level", "wish"])
      .execute(),
    within(db, scope, "elder_pairing_due")
      .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_due.elderId")
      .select("elder.townPath")
      .select((eb) => [
        eb.fn.count<number>("elder_pairing_due.elderId").distinct().as("due"),
        eb.fn
          .count<number>(eb.case().when(doneInTime(eb, monthEnd)).then(eb.ref("elder_pairing_due.elderId")).end())
          .distinct()
          .as("visited"),
      ])
      .where("elder_pairing_due.month", "=", month)
      .where("elder.wish", "!=", "none")
      .groupBy("elder.townPath")
      .execute(),
    within(db, scope, "elder_pairing_due")
      .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_due.elderId")
      .select("elder.townPath")
      .select((eb) => eb.fn.count<number>("elder_pairing_due.elderId").distinct().as("n"))
      .where((eb) => isLate(eb, today))
      .groupBy("elder.townPath")
      .execute(),
    within(db, scope, "elder_pairing_pair")
      .select("townPath")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("untilOn", "is", null)
      .where("role", "=", "primary")
      .groupBy("townPath")
      .execute(),
    within(db, scope, "elder_pairing_alarm")
      .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_alarm.elderId")
      .select("elder.townPath")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("elder_pairing_alarm.onDay", "=", today)
      .groupBy("elder.townPath")
      .execute(),
    within(db, scope, "elder_pairing_need")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("openedOn", ">=", yearFrom)
      .where("openedOn", "<=", yearTo)
      .executeTakeFirstOrThrow(),
    within(db, scope, "elder_pairing_need")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("closedOn", ">=", yearFrom)
      .where("closedOn", "<=", yearTo)
      .executeTakeFirstOrThrow(),
  ]);
  const paths = [...new Set(elders.map(({ townPath }) => townPath))].sort();
  const at = <R extends { readonly townPath: string }>(rows: readonly R[], path: string) => rows.find(({ townPath }) => townPath === path);
  const towns = paths.map((townPath): TownSums => {
    const own = elders.filter((row) => row.townPath === townPath);
    const sum = (keep: (row: (typeof own)[number]) => boolean) => own.filter(keep).reduce((total, { n }) => total + count(n), 0);
    const month = at(dues, townPath);
    return {
      ...{ townPath, elders: sum(() => true), optedOut: sum(({ wish }) => wish === "none") },
      levels: { red: sum(({ level }) => level === "red"), yellow: sum(({ level }) => level === "yellow"), green: sum(({ level }) => level === "green") },
      ...{ due: count(month?.due ?? 0), visited: count(month?.visited ?? 0), overdue: count(at(overdue, townPath)?.n ?? 0) },
      ...{ paired: count(at(pairs, townPath)?.n ?? 0), alarms: count(at(alarms, townPath)?.n ?? 0) },
    };
  });
  return { towns, needsRaised: count(raised.n), needsClosed: count(closed.n) };
}
