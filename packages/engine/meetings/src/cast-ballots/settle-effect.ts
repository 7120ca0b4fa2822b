import { errors } from "../errors.js";
import { findDecision } from "../find-meeting/meeting.repository.js";
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

/** The new effect is written over the one that was read only: what was revoked meanwhile stays revoked. Throws effectWrong. */
async function writeEffect(
  { db, text }: MeetingsContext,
  before: { readonly id: string; readonly effect: string },
  effect: string,
  move: EffectMove,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("meetings_decision")
    .set({ effect })
    .where("id", "=", before.id)
    .where("effect", "=", before.effect)
    .executeTakeFirst();
  if (Number(numUpdatedRows) > 0) return;
  const now = (await findDecision(db, before.id)) ?? before;
  throw errors.effectWrong({ effect: text(`meetings.effect.${now.effect}`), move: text(`meetings.effect.move.${move}`) });
}

/** Writes what became of a decision, and tells it; work for one that was refused or revoked is withdrawn. Throws effectWrong. */
export async function settleEffect(ctx: MeetingsContext, decisionId: string, move: EffectMove, revocation?: Revocation): Promise<void> {
  const { db, publish, audit, text } = ctx;
  const decision = await findDecision(db, decisionId);
  if (!decision) return;
  const effect = getNextEffect(ctx, decision.effect, move);
  await writeEffect(ctx, decision, effect, move);
  const why = revocation && text("meetings.effect.toldRevoked", { reason: revocation.reason }, "zh-CN");
  if (effect === "refused" || effect === "revoked")
    await withdrawWork(ctx, decision.meetingId, decisionId, why ?? text("meetings.effect.workWithdrawn", {}, "zh-CN"));
  if (revocation?.isMatterFree !== false) await tellEffect(ctx, decisionId, effect as Effect, why);
  audit("settleEffect", decisionId, { from: decision.effect, to: effect });
  publish("effectChanged", decision.meetingId, { meetingId: decision.meetingId, decisionId, effect });
}
