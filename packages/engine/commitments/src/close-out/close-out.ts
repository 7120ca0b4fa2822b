import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { getReason, moveCommitment, type MoveNote } from "../keep-state/move-commitment.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { planDates } from "../make-commitment/make-commitment.js";
import { shiftDay } from "../measure-time/choose-light.js";
import { getDueDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";
import { writeToOwner } from "../remind-owners/write-to-owner.js";

/** 销号: closes verified work for good; throws stateWrong. */
export const closeOut = (ctx: CommitmentsContext, row: CommitmentRow, note: string | undefined): Promise<CommitmentState> =>
  moveCommitment(ctx, row, "close", { note: note?.trim() || null, set: { closedOn: ctx.clock.today() } });

export interface Anew {
  readonly reason?: string | undefined;
  readonly dueOn: string;
  readonly via?: MoveNote["via"];
}

/** The day by which work opened again is to be done when nobody says another: so many days from now, as the rules say. */
export const proposeDay = ({ clock, config }: CommitmentsContext): string => shiftDay(clock.today(), config.reopenDays);

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

/** Opened again without anybody being asked until when (a resident's rating), it gets its day now; the owner is told. Throws dayUnknown, dueInPast, stateWrong. */
export async function setDay(ctx: CommitmentsContext, row: CommitmentRow, day: string): Promise<CommitmentState> {
  const { db, clock, text, audit } = ctx;
  const dueOn = getDueDay(day, clock.today());
  if (row.state !== "reopened") throw errors.stateWrong({ state: text(`commitments.state.${row.state}`) });
  if (dueOn === row.dueOn) return row.state;
  const changed = { ...planDates(ctx, row.startedOn, dueOn), round: row.round + 1 };
  await db.updateTable("commitments_commitment").set(changed).where("id", "=", row.id).execute();
  await noteEntry(ctx, {
    partId: row.partId,
    commitmentId: row.id,
    move: "setDay",
    note: text("commitments.setDay.note", { from: row.dueOn, to: dueOn }, "zh-CN"),
  });
  audit("setDay", row.id, { from: row.dueOn, dueOn });
  await writeToOwner(ctx, { ...row, ...changed }, (await findPartRow(db, row.partId))!, { words: "new_day", key: "newDay", note: row.dueOn });
  return row.state;
}
