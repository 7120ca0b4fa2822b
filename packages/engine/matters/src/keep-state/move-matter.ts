import { errors } from "../errors.js";
import type { MatterRow } from "../find-matter/matter.repository.js";
import { tabOf } from "../find-matter/tabs.js";
import type { MattersContext } from "../plugin.js";
import { tellFollowers } from "../tell-reporter/tell-reporter.js";
import { addEntry } from "./add-entry.js";
import { keepTally } from "./keep-tally.js";
import { findNextState, type MatterMove } from "./matter-state.js";

type Changes = Partial<Pick<MatterRow, "warningCodes" | "mergedIntoId" | "referredTo" | "meetingId" | "decisionId">>;
export interface MoveNote {
  readonly note?: string | null;
  /** On whose behalf, when the doer acts for somebody. */
  readonly forId?: string | null;
  readonly set?: Changes;
}

/**
 * Takes a matter one step on, writes it down and tells whoever raised it, or raised what was merged into it. Throws stateWrong when its stage
 * does not allow it. Gives the matter as it is then.
 */
export async function moveMatter(
  ctx: MattersContext,
  row: MatterRow,
  move: MatterMove,
  { note = null, forId = null, set = {} }: MoveNote = {},
): Promise<MatterRow> {
  const { db, publish, audit, text } = ctx;
  const toState = findNextState(row.state as never, move);
  if (!toState) throw errors.stateWrong({ number: row.number, state: text(`matters.state.${row.state}`) });
  const change = { ...set, state: toState, stage: tabOf(toState) };
  await db.updateTable("matters_matter").set(change).where("id", "=", row.id).execute();
  await keepTally(db, row.placePath, row.state, toState);
  const moved = { ...row, ...change };
  const entryId = await addEntry(ctx, { matterId: row.id, move, fromState: row.state, toState, forId, note });
  publish("changed", row.id, { matterId: row.id, from: row.state, to: toState });
  audit(move, row.id);
  await tellFollowers(ctx, moved, { entryId, move, note });
  return moved;
}
