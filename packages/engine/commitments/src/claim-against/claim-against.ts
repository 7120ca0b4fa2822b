import { byId } from "@lianxin/plugin-kit";
import type { CommitmentState, NewCommitment } from "../commitments.js";
import { errors } from "../errors.js";
import { supportersOf, type CommitmentRow, type PartRow } from "../keep-ledger/part.repository.js";
import { openStates } from "../keep-state/commitment-state.js";
import { counterClaimMachine } from "../keep-state/machines.js";
import { getReason, moveCommitment } from "../keep-state/move-commitment.js";
import { getNext } from "../keep-state/move-part.js";
import { isOneOf } from "../keep-state/same-person.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { othersOf } from "../check-work/verifiers-but.js";
import { getParties } from "../make-commitment/check-parties.js";
import { makeCommitment } from "../make-commitment/make-commitment.js";
import { getDueDay } from "../measure-time/get-due-day.js";
import { secretariesOf } from "../remind-owners/tell-about-part.js";
import { tellNews } from "../remind-owners/tell-news.js";
import type { CommitmentsContext, CommitmentsDb } from "../plugin.js";

export interface CounterClaim extends Pick<NewCommitment, "ownerOrganizationId" | "ownerId" | "dueOn" | "conditions"> {
  /** Why it is better led by them. */
  readonly words: string;
}
export const findCounterClaim = (db: CommitmentsDb, id: string) => byId(db, "commitments_counter_claim", id).selectAll().executeTakeFirst();
export const counterClaimsOf = (db: CommitmentsDb, partId: string) =>
  db.selectFrom("commitments_counter_claim").selectAll().where("partId", "=", partId).orderBy("madeAt").orderBy("id").execute();

/** Another party wants to lead what has a lead: written down beside it, nothing changes yet. Throws notOpen, sameLead, reasonNeeded, and what getParties throws. */
export async function claimAgainst(ctx: CommitmentsContext, part: PartRow, holder: CommitmentRow | undefined, claim: CounterClaim): Promise<string> {
  const { db, newId, clock, actor, audit } = ctx;
  if (!holder || !openStates.includes(holder.state as CommitmentState)) throw errors.notOpen();
  const words = getReason(claim.words);
  const parties = await getParties(ctx, { ...claim, supportingOrganizationIds: [], verifierId: null });
  if (await isOneOf(ctx.use.directory, parties.ownerId, [holder.ownerId])) throw errors.sameLead({}, "body.ownerId");
  const { ownerOrganizationId, ownerId } = parties;
  const open = { state: "made", madeById: actor.personId, madeAt: clock.now(), decidedById: null, decidedNote: null, decidedAt: null };
  const terms = { dueOn: getDueDay(claim.dueOn, clock.today()), conditions: claim.conditions?.trim() || null, words };
  const id = newId();
  await db
    .insertInto("commitments_counter_claim")
    .values({ id, partId: part.id, ownerOrganizationId, ownerId, ...terms, ...open })
    .execute();
  await noteEntry(ctx, { partId: part.id, move: "counterClaim", forId: ownerId === actor.personId ? null : ownerId, note: words });
  await tellNews(ctx, part.id, { kind: "counter_made", people: [holder.ownerId, ...(await secretariesOf(ctx, part.placePath))], id, note: words });
  audit("counterClaim", part.id, { ownerId });
  return id;
}

interface Verdict {
  readonly isAccepted: boolean;
  readonly note?: string | undefined;
}

/** Decides between the lead and who wants to be it, by neither of them: accepted, the work passes on. Throws counterClaimUnknown, ownRequest, stateWrong, notOpen, reasonNeeded (for a no). */
export async function decideCounterClaim(
  ctx: CommitmentsContext,
  part: PartRow,
  holder: CommitmentRow | undefined,
  id: string,
  verdict: Verdict,
): Promise<string> {
  const { db, clock, actor } = ctx;
  const claim = await findCounterClaim(db, id);
  if (!claim || claim.partId !== part.id) throw errors.counterClaimUnknown();
  if (await isOneOf(ctx.use.directory, actor.personId, [claim.madeById, claim.ownerId, holder?.ownerId])) throw errors.ownRequest();
  const state = getNext(ctx, counterClaimMachine, claim.state, verdict.isAccepted ? "accept" : "refuse");
  const decidedNote = verdict.isAccepted ? verdict.note?.trim() || null : getReason(verdict.note);
  const decided = { state, decidedNote, decidedById: actor.personId, decidedAt: clock.now() };
  await db.updateTable("commitments_counter_claim").set(decided).where("id", "=", id).execute();
  await noteEntry(ctx, { partId: part.id, move: verdict.isAccepted ? "counterAccept" : "counterRefuse", forId: claim.ownerId, note: decidedNote });
  if (verdict.isAccepted) await replaceLead(ctx, part, holder, claim);
  const people = verdict.isAccepted ? [claim.ownerId, holder?.ownerId] : [claim.ownerId];
  await tellNews(ctx, part.id, { kind: verdict.isAccepted ? "counter_accepted" : "counter_refused", people, id, note: decidedNote });
  ctx.audit(`counterClaim.${state}`, part.id, { ownerId: claim.ownerId });
  return state;
}

/** Who wanted to lead does not any more. Throws counterClaimUnknown, askerOnly, stateWrong. */
export async function withdrawCounterClaim(ctx: CommitmentsContext, part: PartRow, id: string): Promise<string> {
  const { db, clock, actor, use, audit } = ctx;
  const claim = await findCounterClaim(db, id);
  if (!claim || claim.partId !== part.id) throw errors.counterClaimUnknown();
  if (!(await isOneOf(use.directory, actor.personId, [claim.madeById, claim.ownerId]))) throw errors.askerOnly();
  const state = getNext(ctx, counterClaimMachine, claim.state, "withdraw");
  await db.updateTable("commitments_counter_claim").set({ state, decidedById: actor.personId, decidedAt: clock.now() }).where("id", "=", id).execute();
  await noteEntry(ctx, { partId: part.id, move: "counterWithdraw", forId: claim.ownerId === actor.personId ? null : claim.ownerId });
  audit("counterClaim.withdrawn", part.id, { ownerId: claim.ownerId });
  return state;
}

/** The lead that was is handed over; the new one claimed it, so that it stands confirmed. */
async function replaceLead(ctx: CommitmentsContext, part: PartRow, holder: CommitmentRow | undefined, claim: CounterClaim & { readonly ownerId: string }) {
  if (!holder) throw errors.notOpen();
  const supporting = (await supportersOf(ctx.db, [holder.id])).get(holder.id) ?? [];
  await moveCommitment(ctx, holder, "transfer", { note: claim.words });
  const verifierIds = await othersOf(ctx, holder.id, claim.ownerId);
  const { ownerOrganizationId, ownerId, conditions } = claim;
  const today = ctx.clock.today();
  const dueOn = claim.dueOn < today ? today : claim.dueOn;
  const terms = { origin: "claimed" as const, supportingOrganizationIds: supporting, verifierId: null, verifierIds };
  await makeCommitment(ctx, part.id, { ...terms, ownerOrganizationId, ownerId, dueOn, conditions }, { isSigned: true });
}
