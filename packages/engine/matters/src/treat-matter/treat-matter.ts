import { errors } from "../errors.js";
import { findMatterRow, type MatterRow } from "../find-matter/matter.repository.js";
import { findNextState } from "../keep-state/matter-state.js";
import { moveMatter } from "../keep-state/move-matter.js";
import { follow } from "../answer-matter/answer-matter.js";
import type { Matters } from "../matters.js";
import type { MattersContext } from "../plugin.js";
import { mergeMatters } from "../merge-matters/merge-matters.js";
import { raiseRemarks } from "../record-talk/raise-remarks.js";

async function getMatter({ db }: MattersContext, id: string): Promise<MatterRow> {
  const row = await findMatterRow(db, id);
  if (!row) throw errors.matterUnknown();
  return row;
}

/** What meetings do to matters; each throws matterUnknown and stateWrong. */
export const treatMatters = (ctx: MattersContext): Pick<Matters, "schedule" | "decide" | "setAwaited" | "refuse" | "defer" | "merge" | "raiseRemarks"> => ({
  async schedule(matterIds, meetingId, when) {
    for (const id of matterIds) await moveMatter(ctx, await getMatter(ctx, id), "schedule", { ...(when && { note: when }), set: { meetingId } });
  },
  async decide(matterId, decisionId, meetingId, awaits = null) {
    const row = await getMatter(ctx, matterId);
    const discussed = row.state === "scheduled" ? await moveMatter(ctx, row, "discuss", { set: { meetingId } }) : row;
    await moveMatter(ctx, discussed, "decide", { set: { decisionId, meetingId, openWork: row.openWork ?? [], awaits } });
    if (decisionId !== null) ctx.publish("decided", matterId, { matterId, decisionId, meetingId });
  },
  async setAwaited(matterId, awaits) {
    const row = await getMatter(ctx, matterId);
    await ctx.db.updateTable("matters_matter").set({ awaits }).where("id", "=", matterId).execute();
    await follow(ctx, { ...row, awaits }, awaits === null ? "effective" : "awaiting", null);
  },
  async refuse(matterId, reason) {
    const row = await getMatter(ctx, matterId);
    if (findNextState(row.state as never, "refuse")) await moveMatter(ctx, row, "refuse", { note: reason, set: { awaits: null } });
  },
  async defer(matterId, meetingId, reason) {
    if (!reason.trim()) throw errors.reasonNeeded({}, "body.reason");
    await moveMatter(ctx, await getMatter(ctx, matterId), "defer", { note: reason.trim(), set: { meetingId } });
  },
  async merge(matterId, intoId, reason) {
    await mergeMatters(ctx, await getMatter(ctx, matterId), intoId, reason);
  },
  raiseRemarks: (talkId, heldOn, remarks) => raiseRemarks(ctx, { talkId, heldOn, remarks }),
});
