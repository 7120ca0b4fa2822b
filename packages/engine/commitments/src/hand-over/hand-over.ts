import { byId } from "@lianxin/plugin-kit";
import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { findCommitmentRow, supportersOf, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { openStates } from "../keep-state/commitment-state.js";
import { handOverMachine } from "../keep-state/machines.js";
import { getReason, moveCommitment } from "../keep-state/move-commitment.js";
import { getNext } from "../keep-state/move-part.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { othersOf } from "../check-work/verifiers-but.js";
import { getParties } from "../make-commitment/check-parties.js";
import { makeCommitment } from "../make-commitment/make-commitment.js";
import { getDueDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext, CommitmentsDb } from "../plugin.js";
import { tellNews } from "../remind-owners/tell-news.js";

export interface HandOver {
  readonly ownerOrganizationId: string;
  readonly ownerId: string;
  readonly reason?: string | undefined;
  /** A new due day; needed when the old one is over. */
  readonly dueOn?: string | undefined;
}
export type Side = "giver" | "taker";

export const findHandOver = (db: CommitmentsDb, id: string) => byId(db, "commitments_hand_over", id).selectAll().executeTakeFirst();
export type HandOverRow = NonNullable<Awaited<ReturnType<typeof findHandOver>>>;
export const handOversOf = (db: CommitmentsDb, commitmentId: string): Promise<HandOverRow[]> =>
  db.selectFrom("commitments_hand_over").selectAll().where("commitmentId", "=", commitmentId).orderBy("proposedAt").orderBy("id").execute();

/** Hand-overs that wait for the signature of a person, who gives the work away or takes it; oldest first. */
export const waitingFor = (db: CommitmentsDb, personId: string) =>
  db
    .selectFrom("commitments_hand_over as h")
    .innerJoin("commitments_commitment as c", "c.id", "h.commitmentId")
    .innerJoin("commitments_part as p", "p.id", "c.partId")
    .select(["h.id", "p.id as partId", "p.title", "h.toPersonId", "c.ownerId"])
    .where("h.state", "not in", ["done", "refused"])
    .where("c.state", "in", openStates)
    .where((eb) =>
      eb.or([
        eb.and([eb("c.ownerId", "=", personId), eb("h.giverSignedAt", "is", null)]),
        eb.and([eb("h.toPersonId", "=", personId), eb("h.takerSignedAt", "is", null)]),
      ]),
    )
    .orderBy("h.proposedAt")
    .orderBy("h.id")
    .limit(50)
    .execute();

export const waiting = ({ state }: Pick<HandOverRow, "state">): boolean => !["done", "refused"].includes(state);

/**
 * Proposes another lead. Nothing changes before both have signed; who gives it away and proposes it has signed by it. Throws notOpen, reasonNeeded,
 * handOverPending, sameLead, dayUnknown, dueInPast and what getParties throws.
 */
export async function proposeHandOver(ctx: CommitmentsContext, row: CommitmentRow, { reason, dueOn = row.dueOn, ...to }: HandOver): Promise<string> {
  const { db, newId, clock, actor, audit } = ctx;
  if (!openStates.includes(row.state as CommitmentState)) throw errors.notOpen();
  const said = getReason(reason);
  const { ownerId, ownerOrganizationId } = await getParties(ctx, { ...to, supportingOrganizationIds: [], verifierId: null });
  if (ownerId === row.ownerId && ownerOrganizationId === row.ownerOrganizationId) throw errors.sameLead({}, "body.ownerId");
  if ((await handOversOf(db, row.id)).some(waiting)) throw errors.handOverPending();
  const hasSigned = actor.personId === row.ownerId;
  const id = newId();
  await db
    .insertInto("commitments_hand_over")
    .values({
      ...{ id, commitmentId: row.id, toOrganizationId: ownerOrganizationId, toPersonId: ownerId, dueOn: getDueDay(dueOn, clock.today()), reason: said },
      ...{ state: hasSigned ? "giver_signed" : "proposed", proposedById: actor.personId, proposedAt: clock.now() },
      ...{ giverSignedAt: hasSigned ? clock.now() : null, takerSignedAt: null, refusedNote: null },
    })
    .execute();
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move: "handPropose", forId: ownerId, note: said });
  await tellNews(ctx, row.partId, { kind: "hand_proposed", people: [row.ownerId, ownerId], id, note: said });
  audit("handOver.propose", row.id, { toPersonId: ownerId });
  return id;
}

/** The old lead gives up, the new one takes it as it is: supporters and verifiers stay, but for the new lead. */
async function complete(ctx: CommitmentsContext, row: CommitmentRow, { toOrganizationId, toPersonId, dueOn, reason }: HandOverRow): Promise<void> {
  const supporting = (await supportersOf(ctx.db, [row.id])).get(row.id) ?? [];
  await moveCommitment(ctx, row, "transfer", { note: reason });
  const verifierIds = await othersOf(ctx, row.id, toPersonId);
  const today = ctx.clock.today();
  const terms = { dueOn: dueOn < today ? today : dueOn, conditions: row.conditions, supportingOrganizationIds: supporting, verifierId: null, verifierIds };
  const input = { ...terms, origin: row.origin as "claimed" | "assigned", ownerOrganizationId: toOrganizationId, ownerId: toPersonId };
  await makeCommitment(ctx, row.partId, input, { isSigned: true });
}

/** One side signs, or signs on paper before who enters it; with the second signature the lead changes. Throws handOverUnknown, stateWrong. */
export async function signHandOver(ctx: CommitmentsContext, id: string, side: Side, via: string | null): Promise<string> {
  const { db, clock, audit } = ctx;
  const hand = await findHandOver(db, id);
  if (!hand) throw errors.handOverUnknown();
  const isSecond = hand.state === (side === "giver" ? "taker_signed" : "giver_signed");
  const state = getNext(ctx, handOverMachine, hand.state, isSecond ? `${side}Completes` : `${side}Signs`);
  const row = (await findCommitmentRow(db, hand.commitmentId))!;
  const signed = side === "giver" ? { giverSignedAt: clock.now() } : { takerSignedAt: clock.now() };
  await db
    .updateTable("commitments_hand_over")
    .set({ state, ...signed })
    .where("id", "=", id)
    .execute();
  const signer = side === "giver" ? row.ownerId : hand.toPersonId;
  const forId = signer === ctx.actor.personId ? null : signer;
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move: "handSign", forId, via });
  audit("handOver.sign", row.id, { handOverId: id, side });
  if (isSecond) {
    await complete(ctx, row, hand);
    await tellNews(ctx, row.partId, { kind: "hand_done", people: [row.ownerId, hand.toPersonId, hand.proposedById], id });
  }
  return state;
}

/** Either side says no, with the reason; everything stays. Throws handOverUnknown, reasonNeeded, stateWrong. */
export async function refuseHandOver(ctx: CommitmentsContext, id: string, reason?: string): Promise<string> {
  const hand = await findHandOver(ctx.db, id);
  if (!hand) throw errors.handOverUnknown();
  const refusedNote = getReason(reason);
  const state = getNext(ctx, handOverMachine, hand.state, "refuse");
  await ctx.db.updateTable("commitments_hand_over").set({ state, refusedNote }).where("id", "=", id).execute();
  const row = (await findCommitmentRow(ctx.db, hand.commitmentId))!;
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move: "handRefuse", note: refusedNote });
  await tellNews(ctx, row.partId, { kind: "hand_refused", people: [row.ownerId, hand.toPersonId, hand.proposedById], id, note: refusedNote });
  ctx.audit("handOver.refuse", row.id, { handOverId: id });
  return state;
}
