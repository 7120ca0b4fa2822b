import { errors } from "../errors.js";
import type { MatterRow } from "../find-matter/matter.repository.js";
import type { MattersContext } from "../plugin.js";
import { findNextState, type MatterMove } from "./matter-state.js";

type Changes = Partial<Pick<MatterRow, "warningCodes" | "mergedIntoId" | "referredTo" | "meetingId" | "decisionId">>;
export interface MoveNote {
  readonly note?: string | null;
  /** On whose behalf, when the doer acts for somebody. */
  readonly forId?: string | null;
  readonly set?: Changes;
}

/** Takes a matter one step on and writes it down; throws stateWrong when its stage does not allow it. Gives the matter as it is then. */
export async function moveMatter(
  ctx: MattersContext,
  row: MatterRow,
  move: MatterMove,
  { note = null, forId = null, set = {} }: MoveNote = {},
): Promise<MatterRow> {
  const { db, newId, clock, actor, publish, audit, text } = ctx;
  const toState = findNextState(row.state as never, move);
  if (!toState) throw errors.stateWrong({ number: row.number, state: text(`matters.state.${row.state}`) });
  await db
    .updateTable("matters_matter")
    .set({ ...set, state: toState })
    .where("id", "=", row.id)
    .execute();
  await db
    .insertInto("matters_entry")
    .values({ id: newId(), matterId: row.id, move, fromState: row.state, toState, at: clock.now(), byId: actor.personId, forId, note })
    .execute();
  publish("changed", row.id, { matterId: row.id, from: row.state, to: toState });
  audit(move, row.id);
  return { ...row, ...set, state: toState };
}
