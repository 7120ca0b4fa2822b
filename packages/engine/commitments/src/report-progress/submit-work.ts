import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { moveCommitment, onBehalfOf } from "../keep-state/move-commitment.js";
import type { CommitmentsContext } from "../plugin.js";

export interface WorkDone {
  readonly words: string;
  /** Where paper or photos are kept: "照片 3 张，过磅单 2 张，在社区档案盒". */
  readonly paper?: string | undefined;
  /** Which kinds of evidence there are. */
  readonly kinds?: readonly string[] | undefined;
  readonly via?: string | null;
}

/** What the part asks for and the report does not bring; throws evidenceMissing. */
async function checkEvidence({ db, text }: CommitmentsContext, partId: string, kinds: readonly string[]): Promise<void> {
  const needs = (await findPartRow(db, partId))?.evidenceNeeds ?? [];
  const missing = needs.filter((need) => !kinds.includes(need)).map((need) => text(`commitments.evidence.${need}`));
  if (missing.length > 0) throw errors.evidenceMissing({ missing: missing.join("、") }, "body.kinds");
}

/** Reports work as done and keeps its evidence; throws evidenceMissing, stateWrong. */
export async function submitWork(ctx: CommitmentsContext, row: CommitmentRow, { words, paper, kinds = [], via = null }: WorkDone): Promise<CommitmentState> {
  const { db, newId, clock, actor, text } = ctx;
  await checkEvidence(ctx, row.partId, kinds);
  const state = await moveCommitment(ctx, row, "submit", { note: words.trim(), via });
  const brought = kinds.map((kind) => text(`commitments.evidence.${kind}`, {}, "zh-CN")).join("、");
  const evidence = {
    id: newId(),
    commitmentId: row.id,
    words: words.trim(),
    paper: [brought, paper?.trim()].filter(Boolean).join("：") || null,
    addedBy: actor.personId,
    forId: onBehalfOf(row, actor.personId),
    addedAt: clock.now(),
  };
  await db.insertInto("commitments_evidence").values(evidence).execute();
  return state;
}
