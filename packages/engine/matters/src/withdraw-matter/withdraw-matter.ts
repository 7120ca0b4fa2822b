import { errors } from "../errors.js";
import { findMatterRow, mergedInto, type MatterRow } from "../find-matter/matter.repository.js";
import { moveMatter } from "../keep-state/move-matter.js";
import { unmerge } from "../merge-matters/merge-matters.js";
import type { MattersContext } from "../plugin.js";

/** Who takes it back: the raiser, or somebody who writes down that the raiser wants it so. */
export interface Withdrawal {
  readonly reason?: string | undefined;
  readonly isOwn: boolean;
}

/** Its raiser, with their own account; or somebody who acts for a raiser who has none, or who did not write it down themselves. */
export type Withdrawer = "raiser" | "desk";

/**
 * As whom a person may take a matter back: who raised it; and of what was raised without an account or through somebody else also who wrote it down and
 * who enters matters there. Undefined: not at all.
 */
export function findWithdrawer(row: MatterRow, personId: string | null, mayEnter: boolean): Withdrawer | undefined {
  const raiser = row.reportedBy ?? (row.isEntererHidden ? row.enteredBy : null);
  if (personId !== null && raiser === personId) return "raiser";
  const isThroughOther = row.guestId !== null || raiser !== row.enteredBy;
  return isThroughOther && (mayEnter || (personId !== null && row.enteredBy === personId)) ? "desk" : undefined;
}

/**
 * Takes a matter back. What others raised and was merged into it is screened again on its own, and they are told: the raiser of one does not speak for
 * them. Throws stateWrong, and reasonNeeded when it is not the raiser who acts.
 */
export async function withdrawMatter(ctx: MattersContext, row: MatterRow, { reason, isOwn }: Withdrawal): Promise<MatterRow> {
  const note = reason?.trim() || null;
  if (!isOwn && !note) throw errors.reasonNeeded({}, "body.reason");
  const twins = await mergedInto(ctx.db, row.id);
  for (const twin of twins) await unmerge(ctx, twin, ctx.text("matters.withdraw.twin", { number: row.number }, "zh-CN"));
  return moveMatter(ctx, row, "withdraw", { note, forId: isOwn ? null : row.reportedBy });
}

/** What nobody has treated yet and nothing was merged into is taken back by whoever wrote it down in nobody's name. Gives whether it was. */
export async function takeBackUntouched(ctx: MattersContext, id: string, reason: string): Promise<boolean> {
  const row = await findMatterRow(ctx.db, id);
  if (row?.state !== "proposed" || (await mergedInto(ctx.db, id)).length > 0) return false;
  await withdrawMatter(ctx, row, { reason, isOwn: false });
  return true;
}
