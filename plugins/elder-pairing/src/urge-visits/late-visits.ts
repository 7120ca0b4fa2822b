import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";

/**
 * Is this row of `elder_pairing_due`, joined with its `elder`, a visit somebody still waits for: past its day, and nobody has seen the elder since? Not of those who
 * died, moved away or wish no visit: they wait for nobody.
 */
export const isLate = (eb: ExpressionBuilder<any, any>, today: string): ExpressionWrapper<any, any, SqlBool> => {
  const { selectFrom } = eb;
  return eb.and([
    eb("elder_pairing_due.state", "in", ["due", "missed"]),
    eb("elder_pairing_due.dueOn", "<", today),
    // What nobody made up for in a year is counted and no longer asked for.
    eb("elder_pairing_due.dueOn", ">=", `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`),
    eb("elder.state", "=", "active"),
    eb("elder.wish", "!=", "none"),
    eb.not(
      eb.exists(
        selectFrom("elder_pairing_visit as seen")
          .select("seen.id")
          .whereRef("seen.elderId", "=", "elder_pairing_due.elderId")
          .whereRef("seen.visitedOn", ">=", "elder_pairing_due.dueOn")
          .where("seen.isSeen", "=", true),
      ),
    ),
  ]);
};
