import type { CommitmentState } from "../commitments.js";
import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import { moveCommitment, onBehalfOf } from "../keep-state/move-commitment.js";
import type { CommitmentsContext } from "../plugin.js";

export interface WorkDone {
  readonly words: string;
  /** Where paper or photos are kept: "照片 3 张，过磅单 2 张，在社区档案盒". */
  readonly paper?: string | undefined;
}

/** Reports work as done and keeps its evidence; throws stateWrong. */
export async function submitWork(ctx: CommitmentsContext, row: CommitmentRow, { words, paper }: WorkDone): Promise<CommitmentState> {
  const { db, newId, clock, actor } = ctx;
  const state = await moveCommitment(ctx, row, "submit", { note: words.trim() });
  const evidence = {
    id: newId(),
    commitmentId: row.id,
    words: words.trim(),
    paper: paper?.trim() || null,
    addedBy: actor.personId,
    forId: onBehalfOf(row, actor.personId),
    addedAt: clock.now(),
  };
  await db.insertInto("commitments_evidence").values(evidence).execute();
  return state;
}
