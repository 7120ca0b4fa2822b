import { pollsOfDecision } from "../cast-ballots/poll.repository.js";
import { settleEffect } from "../cast-ballots/settle-effect.js";
import { errors } from "../errors.js";
import { decisionsOf, type ItemRow } from "../find-meeting/meeting.repository.js";
import { leaveSteps } from "../follow-steps/leave-steps.js";
import { getNextItem, getNextMotion } from "../keep-state/take-steps.js";
import type { MeetingsContext } from "../plugin.js";
import type { Apply } from "./apply-command.js";
import { getItem, type Room } from "./meeting-room.js";

const waits: ReadonlySet<string> = new Set(["preparing", "open"]);

/** In session the item is open to be voted on again; once the meeting is over it has come to nothing, and its matter is back in the backlog. */
async function reopenItem(ctx: MeetingsContext, { meeting }: Room, item: ItemRow, reason: string): Promise<ItemRow> {
  const isInSession = meeting.state === "in_session";
  const changes = isInSession
    ? { state: getNextItem(item, "reopen"), deferReason: null }
    : { state: getNextItem(item, "putBack"), deferReason: ctx.text("meetings.effect.toldRevoked", { reason }, "zh-CN") };
  await ctx.db.updateTable("meetings_agenda_item").set(changes).where("id", "=", item.id).execute();
  if (item.matterId && isInSession) await ctx.use.matters.schedule([item.matterId], meeting.id);
  return { ...item, ...changes };
}

/**
 * A decision that should not be: its tally was typed wrongly, its words were not those voted on. Its work that nobody reported done leaves the ledger, its
 * matter is told; the record keeps vote, revocation and reason. Throws motionUnknown, motionNotAdopted, decisionPolled.
 */
export const applyRevokeDecision: Apply<"revokeDecision"> = async (ctx, room, { command }) => {
  const { db } = ctx;
  const motion = room.motions.find(({ id }) => id === command.motionId);
  if (!motion) throw errors.motionUnknown({}, "command.motionId");
  if (motion.state !== "adopted") throw errors.motionNotAdopted({}, "command.motionId");
  const decisions = (await decisionsOf(db, room.meeting.id)).filter(({ itemId }) => itemId === motion.itemId);
  const decision = decisions.find(({ motionId }) => motionId === motion.id)!;
  if ((await pollsOfDecision(db, decision.id)).some(({ state }) => waits.has(state))) throw errors.decisionPolled({}, "command.motionId");
  const state = getNextMotion(motion.state, "revoke");
  await db.updateTable("meetings_motion").set({ state }).where("id", "=", motion.id).execute();
  const stands = decisions.some(({ id, effect }) => id !== decision.id && effect !== "revoked" && effect !== "refused");
  const reason = command.reason.trim();
  await leaveSteps(ctx, decision.id, ctx.text("meetings.effect.toldRevoked", { reason }, "zh-CN"));
  await settleEffect(ctx, decision.id, "revoke", { reason, isMatterFree: !stands });
  const item = getItem(room, motion.itemId);
  const now = stands ? item : await reopenItem(ctx, room, item, reason);
  return {
    motions: room.motions.map((one) => (one.id === motion.id ? { ...one, state } : one)),
    items: room.items.map((one) => (one.id === item.id ? now : one)),
  };
};
