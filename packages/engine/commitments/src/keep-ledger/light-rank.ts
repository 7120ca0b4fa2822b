import type { ExpressionBuilder, ExpressionWrapper } from "kysely";
import { openStates } from "../keep-state/commitment-state.js";
import type { CommitmentsDatabase } from "../plugin.js";
import { rankOf } from "./filter-names.js";

type Joined = CommitmentsDatabase & {
  c: { [K in keyof CommitmentsDatabase["commitments_commitment"]]: CommitmentsDatabase["commitments_commitment"][K] | null };
};

/** chooseLight for the database: the place of a part's light in the order of the ledger. The two are held together by a test. */
export function lightRank(eb: ExpressionBuilder<any, any>, today: string): ExpressionWrapper<any, any, number> {
  const typed = eb as unknown as ExpressionBuilder<Joined, "commitments_part" | "c">;
  return typed
    .case()
    .when("c.state", "=", "closed")
    .then(rankOf("done"))
    .when("commitments_part.reviewOn", "is not", null)
    .then(rankOf("hold"))
    .when("c.id", "is", null)
    .then(rankOf("gap"))
    .when("c.state", "not in", [...openStates])
    .then(rankOf("check"))
    .when("c.dueOn", "<", today)
    .then(rankOf("late"))
    .when("c.soonOn", "<=", today)
    .then(rankOf("soon"))
    .when("c.state", "in", ["in_progress", "reopened"])
    .then(rankOf("track"))
    .else(rankOf("todo"))
    .end() as unknown as ExpressionWrapper<any, any, number>;
}
