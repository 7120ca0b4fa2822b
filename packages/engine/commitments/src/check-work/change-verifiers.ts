import { errors } from "../errors.js";
import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import { keepVerifiers, verifiersOfOne } from "../keep-ledger/verifier.repository.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { getVerifiers } from "../make-commitment/check-parties.js";
import type { CommitmentsContext } from "../plugin.js";
import { secretariesOf } from "../remind-owners/tell-about-part.js";
import { tellNews } from "../remind-owners/tell-news.js";

/** A report that waits already is told to whoever is to check it and did not know: the newly named, who passed it before, the secretary where nobody is named. */
async function tellVerifiers(ctx: CommitmentsContext, row: CommitmentRow, verifierIds: readonly string[], waited: ReadonlySet<string>): Promise<void> {
  const people = verifierIds.length > 0 ? verifierIds.filter((id) => !waited.has(id)) : await secretariesOf(ctx, row.placePath);
  await tellNews(ctx, row.partId, { kind: "submitted", people, id: ctx.newId() });
}

/**
 * Others check it from now on, none when the list is empty; who passed it already checks it again, so that nobody's pass is counted for a check they did
 * not know of. Throws stateWrong once it was verified, personUnknown, ownVerifier.
 */
export async function changeVerifiers(ctx: CommitmentsContext, row: CommitmentRow, personIds: readonly string[]): Promise<void> {
  const { db, use, text, audit } = ctx;
  if (row.state === "verified" || row.state === "closed" || !row.isActive) throw errors.stateWrong({ state: text(`commitments.state.${row.state}`) });
  const verifierIds = await getVerifiers(use.directory, { verifierId: null, verifierIds: personIds }, row.ownerId);
  const before = await verifiersOfOne(db, row.id);
  await db.deleteFrom("commitments_verifier").where("commitmentId", "=", row.id).execute();
  await keepVerifiers(ctx, row.id, verifierIds);
  await db
    .updateTable("commitments_commitment")
    .set({ verifierId: verifierIds[0] ?? null })
    .where("id", "=", row.id)
    .execute();
  const names = await use.directory.namesOf(verifierIds);
  const note = verifierIds.map((id) => names.get(id) ?? "").join("、") || null;
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move: "verifiers", note });
  const waited = new Set(before.filter(({ passedAt }) => passedAt === null).map(({ personId }) => personId));
  if (row.state === "submitted") await tellVerifiers(ctx, row, verifierIds, waited);
  audit("verifiers", row.id, { count: verifierIds.length });
}
