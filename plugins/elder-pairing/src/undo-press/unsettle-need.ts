import { errors } from "../errors.js";
import { placeNowOf } from "../keep-people/people.repository.js";
import { findNext, needMoves, needStateOf, type NeedState } from "../keep-state/states.js";
import type { NeedRow } from "../meet-needs/meet-needs.js";
import type { ElderPairingContext } from "../plugin.js";
import type { unsettleReasons } from "../words.js";

/** A need that was said to be settled and is not is open again, and what was said of how it was settled goes. Throws needUnsettled. */
export async function unsettleNeed({ db, audit }: ElderPairingContext, row: NeedRow, reason: (typeof unsettleReasons)[number]): Promise<void> {
  const move = row.matterId === null ? needMoves.unsettle : needMoves.unsettleOfMatter;
  if (findNext<NeedState>(move, needStateOf(row)) === undefined) throw errors.needUnsettled();
  const open = { closedOn: null, rating: null, ratedVia: null, placePath: await placeNowOf(db, row) };
  await db.updateTable("elder_pairing_need").set(open).where("id", "=", row.id).execute();
  audit("need.unsettle", row.id, { reason });
}
