import { byId } from "@lianxin/plugin-kit";
import type { Effect, EffectMove } from "../keep-state/machines.js";
import { tellEffect } from "../follow-matter/tell-effect.js";
import { getNextEffect } from "../keep-state/take-steps.js";
import type { MeetingsContext } from "../plugin.js";

const withdrawable: ReadonlySet<string> = new Set(["offered", "confirmed", "in_progress", "reopened"]);

/** Work that was prepared for a decision leaves the ledger when the decision is refused; what is reported done already stays. */
async function withdrawWork({ use, text }: MeetingsContext, meetingId: string, decisionId: string): Promise<void> {
  const parts = (await use.commitments.partsOfMeeting(meetingId)).filter(({ source }) => source.id === decisionId);
  for (const { id, commitment } of parts)
    if (commitment === null || withdrawable.has(commitment.state)) await use.commitments.withdrawPart(id, text("meetings.effect.workWithdrawn", {}, "zh-CN"));
}

/** Writes what became of a decision that waited, and tells it; work for one that was refused is withdrawn. Throws effectWrong. */
export async function settleEffect(ctx: MeetingsContext, decisionId: string, move: EffectMove): Promise<void> {
  const { db, publish, audit } = ctx;
  const decision = await byId(db, "meetings_decision", decisionId).selectAll().executeTakeFirst();
  if (!decision) return;
  const effect = getNextEffect(ctx, decision.effect, move);
  await db.updateTable("meetings_decision").set({ effect }).where("id", "=", decisionId).execute();
  if (effect === "refused") await withdrawWork(ctx, decision.meetingId, decisionId);
  await tellEffect(ctx, decisionId, effect as Effect);
  audit("settleEffect", decisionId, { from: decision.effect, to: effect });
  publish("effectChanged", decision.meetingId, { meetingId: decision.meetingId, decisionId, effect });
}
