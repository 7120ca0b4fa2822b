import { everywhere } from "@lianxin/plugin-kit";
import { findElder } from "../keep-people/people.repository.js";
import type { ElderPairingContext } from "../plugin.js";

/** What comes of a visit that was written down. */
export interface Follows {
  /** The next day somebody has to come, today or later; null where none is planned or no visit is wished. */
  readonly nextOn: string | null;
  /** The level it raised the elder to, for a time; null where it raised none. */
  readonly raisedTo: string | null;
  /** Somebody has to go by this day because of it. */
  readonly goBy: string | null;
}

/** What follows from a visit, read when it stands: the same entry sent again is told the same. Two reads by index. */
export async function whatFollows({ db, clock }: ElderPairingContext, elderId: string, visitId: string): Promise<Follows> {
  const elder = await findElder(db, elderId);
  const raised = await everywhere(db, "elder_pairing_trigger", "what one visit raised, for whoever wrote it down")
    .select(["levelBefore", "dueOn"])
    .where("visitId", "=", visitId)
    .where("endedOn", "is", null)
    .executeTakeFirst();
  const next = await everywhere(db, "elder_pairing_due", "the next visit of one elder, for whoever wrote this one down")
    .select("dueOn")
    .where("elderId", "=", elderId)
    .where("state", "=", "due")
    .where("dueOn", ">=", clock.today())
    .orderBy("dueOn")
    .executeTakeFirst();
  return {
    nextOn: elder?.state !== "active" || elder.wish === "none" ? null : (next?.dueOn ?? null),
    raisedTo: raised && elder && raised.levelBefore !== elder.level ? elder.level : null,
    goBy: raised?.dueOn ?? null,
  };
}
