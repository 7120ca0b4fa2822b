import { errors } from "../errors.js";
import { findMatterRow, type MatterRow } from "../find-matter/matter.repository.js";
import { takesMerges } from "../keep-state/matter-state.js";
import { moveMatter } from "../keep-state/move-matter.js";
import type { MattersContext } from "../plugin.js";
import { communityPathOf } from "../raise-matter/give-number.js";

/** One that is settled is taken up again first, or whoever raises it anew is answered by what did not help. */
function checkAlive({ state, number }: MatterRow, field: string): void {
  if (state === "resolved") throw errors.mergeIntoResolved({ number }, field);
  if (!takesMerges(state)) throw errors.mergeTargetWrong({}, field);
}

/** The matter another one becomes part of: alive, of the same community, and another one; throws mergeTargetWrong, mergeIntoResolved. */
export async function getMergeTarget({ db, use }: MattersContext, matter: MatterRow, id: string | undefined, field = "body.mergeIntoId"): Promise<string> {
  const target = id ? await findMatterRow(db, id) : undefined;
  const isOther = target && target.id !== matter.id;
  if (!isOther || (await communityPathOf(use.directory, target.placeId)) !== (await communityPathOf(use.directory, matter.placeId)))
    throw errors.mergeTargetWrong({}, field);
  checkAlive(target, field);
  return target.id;
}

/**
 * One matter becomes part of another; its proposer hears from then on what becomes of that one. Throws stateWrong, reasonNeeded, mergeTargetWrong,
 * mergeIntoResolved.
 */
export async function mergeMatters(ctx: MattersContext, row: MatterRow, intoId: string, reason: string): Promise<MatterRow> {
  if (!reason.trim()) throw errors.reasonNeeded({}, "body.reason");
  const mergedIntoId = await getMergeTarget(ctx, row, intoId, "body.intoId");
  return moveMatter(ctx, row, "merge", { note: reason.trim(), set: { mergedIntoId } });
}

/** Takes a merge back: the matter is to be screened again, on its own. Throws stateWrong. */
export const unmerge = (ctx: MattersContext, row: MatterRow, reason?: string): Promise<MatterRow> =>
  moveMatter(ctx, row, "unmerge", { note: reason?.trim() || null, set: { mergedIntoId: null } });
