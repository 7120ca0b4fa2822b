import { within, type Scope } from "@lianxin/plugin-kit";
import { findCommitmentRow, findHolder, reporterOf } from "../keep-ledger/part.repository.js";
import { verifiersOfOne } from "../keep-ledger/verifier.repository.js";
import { isChecker } from "../keep-state/choose-verbs.js";
import { isOneOf } from "../keep-state/same-person.js";
import { standingOf } from "../keep-state/standing.js";
import type { CommitmentsContext, May } from "../plugin.js";

/** Something that waits for a word: a request for more time ("extension"), to drop the work ("void") or to give it back ("return"), another who wants to lead ("counterClaim"), or a report nobody is named to check ("report"). */
export interface Waiting {
  readonly id: string;
  readonly partId: string;
  readonly title: string;
  readonly kind: string;
  readonly reason: string | null;
  readonly wantedDueOn: string | null;
}
/** More than these nobody reads on one page; the oldest come first. */
const most = 50;

async function partsIn({ db }: CommitmentsContext, scope: Scope, ids: readonly string[]) {
  const rows = await within(db, scope, "commitments_part")
    .select(["id", "title", "placePath"])
    .where("id", "in", ["", ...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Requests that this reader may decide: never their own, nor about what they lead. */
export async function requestsFor(ctx: CommitmentsContext, scope: Scope, may: May): Promise<Waiting[]> {
  const { db, use, actor } = ctx;
  const asked = await db.selectFrom("commitments_request").selectAll().where("state", "=", "asked").orderBy("askedAt").orderBy("id").execute();
  const parts = await partsIn(
    ctx,
    scope,
    asked.map(({ partId }) => partId),
  );
  const found: Waiting[] = [];
  for (const { id, partId, kind, reason, wantedDueOn, askedById, commitmentId } of asked) {
    const part = parts.get(partId);
    if (!part || found.length === most) continue;
    if (!(await may(kind === "void" ? "commitments.close" : "commitments.assign", { path: part.placePath }))) continue;
    const ownerId = commitmentId === null ? null : ((await findCommitmentRow(db, commitmentId))?.ownerId ?? null);
    if (await isOneOf(use.directory, actor.personId, [askedById, ownerId])) continue;
    found.push({ id, partId, title: part.title, kind, reason, wantedDueOn });
  }
  return found;
}

/** Claims against a lead that this reader may decide: never their own, nor against them. */
export async function counterClaimsFor(ctx: CommitmentsContext, scope: Scope, may: May): Promise<Waiting[]> {
  const { db, use, actor } = ctx;
  const made = await db.selectFrom("commitments_counter_claim").selectAll().where("state", "=", "made").orderBy("madeAt").orderBy("id").execute();
  const parts = await partsIn(
    ctx,
    scope,
    made.map(({ partId }) => partId),
  );
  const found: Waiting[] = [];
  for (const { id, partId, words, dueOn, madeById, ownerId } of made) {
    const part = parts.get(partId);
    if (!part || found.length === most) continue;
    if (!(await may("commitments.assign", { path: part.placePath }))) continue;
    if (await isOneOf(use.directory, actor.personId, [madeById, ownerId, (await findHolder(db, partId))?.ownerId])) continue;
    found.push({ id, partId, title: part.title, kind: "counterClaim", reason: words, wantedDueOn: dueOn });
  }
  return found;
}

/** Reports that nobody is named to check and this reader may: not what they lead, nor what they reported. */
export async function reportsFor(ctx: CommitmentsContext, scope: Scope, may: May): Promise<Waiting[]> {
  const rows = await within(ctx.db, scope, "commitments_commitment")
    .selectAll()
    .where("state", "=", "submitted")
    .where("verifierId", "is", null)
    .orderBy("dueOn")
    .orderBy("id")
    .limit(most)
    .execute();
  const parts = await partsIn(
    ctx,
    scope,
    rows.map(({ partId }) => partId),
  );
  const found: Waiting[] = [];
  for (const row of rows) {
    const part = parts.get(row.partId);
    const verifiers = await verifiersOfOne(ctx.db, row.id);
    const standing = await standingOf({ ...ctx, may }, row, await reporterOf(ctx.db, row.id), verifiers);
    if (part && verifiers.length === 0 && standing.mayCheck && isChecker(standing))
      found.push({ id: row.id, partId: row.partId, title: part.title, kind: "report", reason: null, wantedDueOn: null });
  }
  return found;
}
