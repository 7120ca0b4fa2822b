import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";
import { addDays } from "../tell-time/tell-time.js";
import { settledBack } from "../log-visit/settle-due.js";

type Build = ExpressionBuilder<any, any>;
type Truth = ExpressionWrapper<any, any, SqlBool>;

/** Past its day, for a year at most: what nobody made up for in a year is counted and no longer asked for. */
const isPast = (eb: Build, due: string, day: string): Truth =>
  eb.and([eb(`${due}.dueOn`, "<", day), eb(`${due}.dueOn`, ">=", `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`)]);
const seenBetween = ({ selectFrom }: Build, due: string) =>
  selectFrom("elder_pairing_visit as seen")
    .select("seen.id")
    .whereRef("seen.elderId", "=", `${due}.elderId`)
    .whereRef("seen.visitedOn", ">=", `${due}.dueOn`)
    .where("seen.isSeen", "=", true);

/**
 * Is this row of `elder_pairing_due`, joined with its `elder`, a visit somebody still waits for: past its day, and nobody has seen the elder since? Not of those who
 * died, moved away or wish no visit: they wait for nobody.
 */
export const isLate = (eb: Build, today: string): Truth =>
  eb.and([
    eb("elder_pairing_due.state", "in", ["due", "missed"]),
    isPast(eb, "elder_pairing_due", today),
    eb("elder.state", "=", "active"),
    eb("elder.wish", "!=", "none"),
    eb.not(eb.exists(seenBetween(eb, "elder_pairing_due"))),
  ]);

/** Was a row of `due`, of an elder who was here and wished a visit on a day, waited for on that day, whatever was made up for since? Today it is what isLate says. */
export const wasLate = (eb: Build, day: string): Truth =>
  eb.and([
    eb.or([
      eb("due.state", "in", ["due", "missed"]),
      // A visit settles what fell due two months before it at most.
      eb.and([eb("due.state", "=", "done"), eb("due.doneOn", ">", day), eb("due.dueOn", ">=", addDays(day, -settledBack))]),
    ]),
    isPast(eb, "due", day),
    eb.not(eb.exists(seenBetween(eb, "due").where("seen.visitedOn", "<=", day))),
  ]);
