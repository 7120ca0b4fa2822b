import type { CommitmentState } from "../commitments.js";
import { proposeDay, reopen, type Anew } from "../close-out/close-out.js";
import { errors } from "../errors.js";
import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import { getReason } from "../keep-state/move-commitment.js";
import { shiftDay } from "../measure-time/choose-light.js";
import type { CommitmentsContext } from "../plugin.js";
import { countFailed } from "./link-recurrence.js";

/**
 * The same trouble is back at the same place: within the days of the rules the close-out counts as failed, and the promise is open again
 * until the day that is said, or that of the rules. Throws reasonNeeded, stateWrong, recurrenceLate, dayUnknown, dueInPast.
 */
export async function noticeRecurrence(
  ctx: CommitmentsContext,
  row: CommitmentRow,
  { reason, dueOn }: Partial<Pick<Anew, "reason" | "dueOn">>,
): Promise<CommitmentState> {
  const { clock, config, text } = ctx;
  const said = getReason(reason);
  if (row.state !== "closed" || row.closedOn === null) throw errors.stateWrong({ state: text(`commitments.state.${row.state}`) });
  if (clock.today() > shiftDay(row.closedOn, config.recurrenceDays)) throw errors.recurrenceLate({ closedOn: row.closedOn, days: config.recurrenceDays });
  await countFailed(ctx, row.partId, said);
  return reopen(ctx, row, { reason: said, dueOn: dueOn ?? proposeDay(ctx) });
}
