import type { CommitmentState } from "../commitments.js";
import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { getReason, moveCommitment, type MoveNote } from "../keep-state/move-commitment.js";
import { planDates } from "../make-commitment/make-commitment.js";
import { getDueDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";
import { writeToOwner } from "../remind-owners/write-to-owner.js";

/** 销号: closes verified work for good; throws stateWrong. */
export const closeOut = (ctx: CommitmentsContext, row: CommitmentRow, note: string | undefined): Promise<CommitmentState> =>
  moveCommitment(ctx, row, "close", { note: note?.trim() || null, set: { closedOn: ctx.clock.today() } });

interface Anew {
  readonly reason?: string | undefined;
  readonly dueOn: string;
  readonly via?: MoveNote["via"];
}

/** Opens work again until a new day; reminders count anew. Throws reasonNeeded, dayUnknown, dueInPast, stateWrong. */
export async function reopen(ctx: CommitmentsContext, row: CommitmentRow, { reason, dueOn, via = null }: Anew): Promise<CommitmentState> {
  const today = ctx.clock.today();
  const dates = planDates(ctx, today, getDueDay(dueOn, today));
  const round = row.round + 1;
  const state = await moveCommitment(ctx, row, "reopen", { note: getReason(reason), via, set: { ...dates, closedOn: null, round } });
  const part = (await findPartRow(ctx.db, row.partId))!;
  await writeToOwner(ctx, { ...row, ...dates, round }, part, {
    words: row.state === "closed" ? "reopened" : "reopened_checked",
    key: "reopened",
    note: getReason(reason),
  });
  return state;
}
