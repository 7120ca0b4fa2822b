import { byId } from "@lianxin/plugin-kit";
import type { Effect, EffectMove } from "../keep-state/machines.js";
import { tellEffect } from "../follow-matter/tell-effect.js";
import { getNextEffect } from "../keep-state/take-steps.js";
import type { MeetingsContext } from "../plugin.js";

const withdrawable: ReadonlySet<string> = new Set(["offered", "confirmed", "in_progress", "reopened"]);

/** Work that was prepared for a decision leaves the ledger when the decision is refused; what is reported done already stays. */
async function withdrawWork({ use }: MeetingsContext, meetingId: string, decisionId: string, why: string): Promise<void> {
  const parts = (await use.commitments.partsOfMeeting(meetingId)).filter(({ source }) => source.id === decisionId);
  for (const { id, commitment } of parts) if (commitment === null || withdrawable.has(commitment.state)) await use.commitments.withdrawPart(id, why);
}

/** Why a decision is revoked, and whether nothing else was decided on its matter, which then comes back to the backlog. */
export interface Revocation {
  readonly reason: string;
  readonly isMatterFree: boolean;
}

/** Writes what became of a decision, and tells it; work for one that was refused or revoked is withdrawn. Throws effectWrong. */
export async function settleEffect(ctx: MeetingsContext, decisionId: string, move: EffectMove, revocation?: Revocation): Promise<void> {
  const { db, publish, audit, text } = ctx;
  const decision = await byId(db, "meetings_decision", decisionId).selectAll().executeTakeFirst();
  if (!decision) return;
  const effect = getNextEffect(ctx, decision.effect, move);
  await db.updateTable("meetings_decision").set({ effect }).where("id", "=", decisionId).execute();
  const why = revocation && text("meetings.effect.toldRevoked", { reason: revocation.reason }, "zh-CN");
  if (effect === "refused" || effect === "revoked")
    await withdrawWork(ctx, decision.meetingId, decisionId, why ?? text("meetings.effect.workWithdrawn", {}, "zh-CN"));
  if (revocation?.isMatterFree !== false) await tellEffect(ctx, decisionId, effect as Effect, why);
  audit("settleEffect", decisionId, { from: decision.effect, to: effect });
  publish("effectChanged", decision.meetingId, { meetingId: decision.meetingId, decisionId, effect });
}
