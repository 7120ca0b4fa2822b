import type { CommitmentState } from "../commitments.js";
import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { getReason, moveCommitment } from "../keep-state/move-commitment.js";
import type { CommitmentsContext } from "../plugin.js";
import { writeToOwner } from "../remind-owners/write-to-owner.js";
import type { ways } from "./ways.js";

export interface Checked {
  readonly isPassed: boolean;
  readonly ways: readonly (typeof ways)[number][];
  readonly note?: string | undefined;
}

/** Verifies reported work, or gives it back with what is missing and tells the owner; throws stateWrong, reasonNeeded. */
export async function checkWork(ctx: CommitmentsContext, row: CommitmentRow, { isPassed, ways, note }: Checked): Promise<CommitmentState> {
  const how = ways.map((way) => ctx.text(`commitments.way.${way}`, {}, "zh-CN")).join("、");
  if (isPassed) return moveCommitment(ctx, row, "verify", { note: [how, note?.trim()].filter(Boolean).join("：") || null });
  const missing = getReason(note);
  const state = await moveCommitment(ctx, row, "reject", { note: missing });
  await writeToOwner(ctx, row, (await findPartRow(ctx.db, row.partId))!, { words: "rejected", key: `rejected/${ctx.newId()}`, note: missing });
  return state;
}
