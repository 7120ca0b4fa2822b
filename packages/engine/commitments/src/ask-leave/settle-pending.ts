import type { CommitmentState } from "../commitments.js";
import type { CommitmentsContext } from "../plugin.js";

/** What was asked about a part that ended is settled with it: nobody can decide it any more. */
export async function settlePart({ db, clock }: CommitmentsContext, partId: string): Promise<void> {
  const settled = { state: "withdrawn", decidedAt: clock.now() };
  await db.updateTable("commitments_request").set(settled).where("partId", "=", partId).where("state", "=", "asked").execute();
  await db.updateTable("commitments_counter_claim").set(settled).where("partId", "=", partId).where("state", "=", "made").execute();
}

/** More time, or leave to give it back, is not asked for a promise that ended or was closed out: the next lead can ask anew. Closed out, its part is settled as a whole. */
export async function settlePromise(
  ctx: CommitmentsContext,
  { id, partId }: { readonly id: string; readonly partId: string },
  to: CommitmentState,
): Promise<void> {
  if (to === "closed") return settlePart(ctx, partId);
  const settled = { state: "withdrawn", decidedAt: ctx.clock.now() };
  await ctx.db
    .updateTable("commitments_request")
    .set(settled)
    .where("commitmentId", "=", id)
    .where("kind", "in", ["extension", "return"])
    .where("state", "=", "asked")
    .execute();
}
