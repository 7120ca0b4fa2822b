import { byId } from "@lianxin/plugin-kit";
import type { EffectMove } from "../keep-state/machines.js";
import { getNextEffect } from "../keep-state/take-steps.js";
import type { MeetingsContext } from "../plugin.js";

/** Writes what became of a decision that waited, and tells it; throws effectWrong. */
export async function settleEffect(ctx: MeetingsContext, decisionId: string, move: EffectMove): Promise<void> {
  const { db, publish, audit } = ctx;
  const decision = await byId(db, "meetings_decision", decisionId).selectAll().executeTakeFirst();
  if (!decision) return;
  const effect = getNextEffect(ctx, decision.effect, move);
  await db.updateTable("meetings_decision").set({ effect }).where("id", "=", decisionId).execute();
  audit("settleEffect", decisionId, { from: decision.effect, to: effect });
  publish("effectChanged", decision.meetingId, { meetingId: decision.meetingId, decisionId, effect });
}
