import { settlePart } from "../ask-leave/settle-pending.js";
import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { endDeferral } from "../keep-ledger/deferral.repository.js";
import { findHolder, mergedIntoPart, type PartRow } from "../keep-ledger/part.repository.js";
import { getReason, moveCommitment } from "../keep-state/move-commitment.js";
import { movePart } from "../keep-state/move-part.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { openStates } from "../keep-state/commitment-state.js";
import { takePartTurn } from "../keep-state/take-turn.js";
import { tellNews } from "../remind-owners/tell-news.js";
import type { CommitmentsContext } from "../plugin.js";

/** The promise that holds a part ends with it; throws stateWrong while its report waits for a check. */
async function endPromise(ctx: CommitmentsContext, partId: string, note: string): Promise<void> {
  const row = await findHolder(ctx.db, partId);
  if (!row) return;
  if (!openStates.includes(row.state as CommitmentState)) throw errors.stateWrong({ state: ctx.text(`commitments.state.${row.state}`) });
  await moveCommitment(ctx, row, "void", { note });
  await tellNews(ctx, partId, { kind: "part_ended", people: [row.ownerId], id: row.id, note });
}

const entries = { merge: "partMerge", withdraw: "partWithdraw", void: "partVoid" } as const;

async function end(ctx: CommitmentsContext, part: PartRow, move: keyof typeof entries, note: string, mergedIntoId: string | null = null): Promise<void> {
  const endedAs = await movePart(ctx, part, move);
  await endPromise(ctx, part.id, note);
  await ctx.db
    .updateTable("commitments_part")
    .set({ endedAs, voidedOn: ctx.clock.today(), mergedIntoId, deferReason: null, reviewOn: null, seekUntil: null, seekFallback: null, seekOverOn: null })
    .where("id", "=", part.id)
    .execute();
  await settlePart(ctx, part.id);
  await endDeferral(ctx.db, part.id, ctx.clock.today());
  await noteEntry(ctx, { partId: part.id, move: entries[move], toState: endedAs, note });
  ctx.publish("partEnded", part.id, { partId: part.id, as: endedAs, sourceKind: part.sourceKind, sourceId: part.sourceId });
  ctx.audit(`part.${move}`, part.id, mergedIntoId ? { mergedIntoId } : {});
}

/** Two lines are one piece of work: this one goes, the other stays. Throws partUnknown, mergedWithItself, partVoided, mergedIntoClosed, reasonNeeded, stateWrong. */
export async function mergePart(ctx: CommitmentsContext, part: PartRow, intoId: string, reason?: string): Promise<void> {
  const note = getReason(reason);
  const into = await takePartTurn(ctx.db, intoId);
  if (!into) throw errors.partUnknown({}, "body.intoId");
  if (into.id === part.id) throw errors.mergedWithItself({}, "body.intoId");
  if (into.voidedOn) throw errors.partVoided({}, "body.intoId");
  if ((await findHolder(ctx.db, into.id))?.state === "closed") throw errors.mergedIntoClosed({ title: into.title }, "body.intoId");
  await end(ctx, part, "merge", `${into.title}：${note}`, into.id);
}

/** Who asked for it does not want it any more; throws reasonNeeded, stateWrong. */
export const withdrawPart = (ctx: CommitmentsContext, part: PartRow, reason?: string): Promise<void> => end(ctx, part, "withdraw", getReason(reason));

/** It is not to be done any more. Only an approved request comes here. */
export const voidPart = (ctx: CommitmentsContext, part: PartRow, note: string): Promise<void> => end(ctx, part, "void", note);

/** Puts a part back that left the ledger by mistake; nobody leads it then. Throws stateWrong. */
export async function restorePart(ctx: CommitmentsContext, part: PartRow): Promise<void> {
  const toState = await movePart(ctx, part, "restore");
  await ctx.db.updateTable("commitments_part").set({ endedAs: null, voidedOn: null, mergedIntoId: null }).where("id", "=", part.id).execute();
  await noteEntry(ctx, { partId: part.id, move: "partRestore", toState });
  ctx.publish("partRestored", part.id, { partId: part.id, sourceKind: part.sourceKind, sourceId: part.sourceId });
  ctx.audit("part.restore", part.id);
}

/** Puts every line that was merged into a part back, before that part leaves the ledger. Throws stateWrong. */
export async function restoreMerged(ctx: CommitmentsContext, partId: string): Promise<void> {
  for (const part of await mergedIntoPart(ctx.db, partId)) await restorePart(ctx, part);
}
