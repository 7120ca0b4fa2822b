import type { CommitmentState, NewCommitment } from "../commitments.js";
import { supportersOf, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { getReason, moveCommitment } from "../keep-state/move-commitment.js";
import { makeCommitment, planDates } from "../make-commitment/make-commitment.js";
import { getDueDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";

/** 销号: closes verified work for good; throws stateWrong. */
export const closeOut = (ctx: CommitmentsContext, row: CommitmentRow, note: string | undefined): Promise<CommitmentState> =>
  moveCommitment(ctx, row, "close", { note: note?.trim() || null, set: { closedOn: ctx.clock.today() } });

/** Opens work again until a new day; reminders count anew. Throws reasonNeeded, dayUnknown, dueInPast, stateWrong. */
export async function reopen(
  ctx: CommitmentsContext,
  row: CommitmentRow,
  { reason, dueOn }: { readonly reason?: string | undefined; readonly dueOn: string },
): Promise<CommitmentState> {
  const today = ctx.clock.today();
  const dates = planDates(today, getDueDay(dueOn, today));
  return moveCommitment(ctx, row, "reopen", { note: getReason(reason), set: { ...dates, closedOn: null, round: row.round + 1 } });
}

/** Takes a part out of the ledger because it is not to be done any more, with the reason; throws reasonNeeded, stateWrong. */
export async function voidPart(ctx: CommitmentsContext, row: CommitmentRow, reason: string | undefined): Promise<CommitmentState> {
  const state = await moveCommitment(ctx, row, "void", { note: getReason(reason) });
  await ctx.db.updateTable("commitments_part").set({ voidedOn: ctx.clock.today() }).where("id", "=", row.partId).execute();
  return state;
}

export interface HandOver extends Pick<NewCommitment, "ownerOrganizationId" | "ownerId"> {
  readonly reason?: string | undefined;
  /** A new due day; needed when the old one is over. */
  readonly dueOn?: string | undefined;
}

/** Hands a commitment to another lead, who is asked to confirm; supporters and verifier stay. Throws reasonNeeded, stateWrong and what makeCommitment throws. */
export async function handOver(
  ctx: CommitmentsContext,
  row: CommitmentRow,
  { reason, dueOn = row.dueOn, ...owner }: HandOver,
): Promise<{ id: string; state: CommitmentState }> {
  const supporting = (await supportersOf(ctx.db, [row.id])).get(row.id) ?? [];
  await moveCommitment(ctx, row, "transfer", { note: getReason(reason) });
  const verifierId = row.verifierId === owner.ownerId ? null : row.verifierId;
  return makeCommitment(ctx, row.partId, {
    ...owner,
    origin: "assigned",
    supportingOrganizationIds: supporting,
    dueOn,
    conditions: row.conditions,
    verifierId,
  });
}
