import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { findHolder, type PartRow } from "../keep-ledger/part.repository.js";
import { openStates } from "../keep-state/commitment-state.js";
import { noteEntry } from "../keep-state/note-entry.js";
import type { CommitmentsContext } from "../plugin.js";
import { evidenceKinds, type EvidenceKind } from "../report-progress/evidence-kinds.js";

/** What a report of this part has to bring from now on; not once it was reported, nor once it left the ledger. Throws partVoided, stateWrong. */
export async function changeNeeds(ctx: CommitmentsContext, part: PartRow, needs: readonly EvidenceKind[]): Promise<void> {
  const { db, text, audit } = ctx;
  if (part.voidedOn) throw errors.partVoided();
  const holder = await findHolder(db, part.id);
  if (holder && !openStates.includes(holder.state as CommitmentState)) throw errors.stateWrong({ state: text(`commitments.state.${holder.state}`) });
  const evidenceNeeds = evidenceKinds.filter((kind) => needs.includes(kind));
  await db.updateTable("commitments_part").set({ evidenceNeeds }).where("id", "=", part.id).execute();
  const note = evidenceNeeds.map((kind) => text(`commitments.evidence.${kind}`, {}, "zh-CN")).join("、");
  await noteEntry(ctx, { partId: part.id, commitmentId: holder?.id ?? null, move: "needs", note: note || text("commitments.needs.none", {}, "zh-CN") });
  audit("part.needs", part.id, { evidenceNeeds: evidenceNeeds.join(" ") });
}
