import { byId } from "@lianxin/plugin-kit";
import type { MeetingsContext } from "../plugin.js";

export type Effect = "effective" | "awaits_competent_body" | "awaits_steps" | "refused";

/** Writes what became of a decision that waited, and tells it. */
export async function settleEffect({ db, publish, audit }: MeetingsContext, decisionId: string, effect: Effect): Promise<void> {
  const decision = await byId(db, "meetings_decision", decisionId).selectAll().executeTakeFirst();
  if (!decision || decision.effect === effect) return;
  await db.updateTable("meetings_decision").set({ effect }).where("id", "=", decisionId).execute();
  audit("settleEffect", decisionId, { from: decision.effect, to: effect });
  publish("effectChanged", decision.meetingId, { meetingId: decision.meetingId, decisionId, effect });
}
