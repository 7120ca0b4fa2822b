import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";

type Build = ExpressionBuilder<any, any>;

/** How two come to be kept apart by a no: the elder's, the cadre's, or by a complaint. A pair that is found for it begins for the same reason. */
const declinedReasons = ["declined", "unwilling", "complaint"] as const;

/**
 * Was this row of `elder_pairing_pair` begun because somebody had said no that day to who helped its elder? The repair may move other pairs for it, which begin that day
 * and for that reason too: nobody said no to theirs.
 */
export const isAfterNo = (eb: Build): ExpressionWrapper<any, any, SqlBool> =>
  eb.exists(
    eb
      .selectFrom("elder_pairing_tie as no")
      .select("no.id")
      .whereRef("no.elderId", "=", "elder_pairing_pair.elderId")
      .whereRef("no.sinceOn", "=", "elder_pairing_pair.fromOn")
      .whereRef("no.kind", "=", "elder_pairing_pair.startReason")
      .where("no.kind", "in", declinedReasons),
  ) as ExpressionWrapper<any, any, SqlBool>;
