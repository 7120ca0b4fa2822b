import { findMatterRow, type MatterRow } from "../find-matter/matter.repository.js";
import { tabOf } from "../find-matter/tabs.js";
import type { MattersContext } from "../plugin.js";
import { findReplyDay } from "../raise-matter/choose-reply-day.js";
import { endReferrals } from "../refer-matter/end-referrals.js";
import { tellFollowers } from "../tell-reporter/tell-reporter.js";
import { addEntry } from "./add-entry.js";
import { keepTally } from "./keep-tally.js";
import { findNextState, type MatterMove } from "./matter-state.js";
import { wrongState } from "./wrong-state.js";

type Changes = Partial<Pick<MatterRow, "warningCodes" | "mergedIntoId" | "referredTo" | "meetingId" | "decisionId" | "openWork" | "awaits" | "replyBy">>;
export interface MoveNote {
  readonly note?: string | null;
  /** On whose behalf, when the doer acts for somebody. */
  readonly forId?: string | null;
  readonly set?: Changes;
}

/** What comes back to be screened is answered within so many working days again: the day given at first may be long past. */
async function renewReplyDay({ use, clock, config }: MattersContext, { channel }: MatterRow): Promise<Pick<MatterRow, "replyBy">> {
  return { replyBy: await findReplyDay(use.directory, clock.today(), channel === "talk" ? config.talkReplyDays : config.replyDays) };
}

/** The new state is written over the one that was read only: of two who act at once the second is refused, and told how it stands now. */
async function writeState(ctx: MattersContext, row: MatterRow, change: Changes & Pick<MatterRow, "state" | "stage">): Promise<void> {
  const { db } = ctx;
  const { numUpdatedRows } = await db.updateTable("matters_matter").set(change).where("id", "=", row.id).where("state", "=", row.state).executeTakeFirst();
  if (Number(numUpdatedRows) === 0) throw wrongState(ctx, (await findMatterRow(db, row.id)) ?? row);
}

/**
 * Takes a matter one step on, writes it down and tells whoever raised it, or raised what was merged into it. What units still had of it ends
 * when it is no longer with them. Throws stateWrong when its stage does not allow it, or is another one meanwhile. Gives the matter as it is then.
 */
export async function moveMatter(
  ctx: MattersContext,
  row: MatterRow,
  move: MatterMove,
  { note = null, forId = null, set = {} }: MoveNote = {},
): Promise<MatterRow> {
  const { db, publish, audit } = ctx;
  const toState = findNextState(row.state as never, move);
  if (!toState) throw wrongState(ctx, row);
  const renewed = toState === "screening" && row.state !== "proposed" ? await renewReplyDay(ctx, row) : {};
  const change = { ...set, ...renewed, state: toState, stage: tabOf(toState) };
  await writeState(ctx, row, change);
  await keepTally(db, row.placePath, row.state, toState);
  if (row.state === "referred" && toState !== "referred") await endReferrals(ctx, row.id, toState);
  const moved = { ...row, ...change };
  const entryId = await addEntry(ctx, { matterId: row.id, move, fromState: row.state, toState, forId, note });
  publish("changed", row.id, { matterId: row.id, from: row.state, to: toState });
  audit(move, row.id);
  await tellFollowers(ctx, moved, { entryId, move, note });
  return moved;
}
