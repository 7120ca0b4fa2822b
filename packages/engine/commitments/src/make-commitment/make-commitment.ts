import type { CommitmentState, NewCommitment } from "../commitments.js";
import { errors } from "../errors.js";
import { findPartRow, type CommitmentRow, type PartRow } from "../keep-ledger/part.repository.js";
import { findSoonOn } from "../measure-time/choose-light.js";
import { getDueDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";
import { planFirstStep } from "../remind-owners/plan-steps.js";
import { writeToOwner } from "../remind-owners/write-to-owner.js";
import { getParties } from "./check-parties.js";

/** The part a promise is made for: wanted, and led by nobody. */
async function getFreePart({ db }: CommitmentsContext, partId: string): Promise<PartRow> {
  const part = await findPartRow(db, partId);
  if (!part) throw errors.partUnknown();
  if (part.voidedOn) throw errors.partVoided();
  const taken = await db.selectFrom("commitments_v1_commitment").select("id").where("partId", "=", partId).executeTakeFirst();
  if (taken) throw errors.partTaken({ title: part.title });
  return part;
}

/** The dates that follow from when a promise began and when it is due. */
export function planDates(startedOn: string, dueOn: string): Pick<CommitmentRow, "startedOn" | "dueOn" | "soonOn" | "nextStep" | "nextStepOn"> {
  const { step, on } = planFirstStep(startedOn, dueOn);
  return { startedOn, dueOn, soonOn: findSoonOn(startedOn, dueOn), nextStep: step, nextStepOn: on };
}

async function keep(ctx: CommitmentsContext, row: CommitmentRow, supporting: readonly string[]): Promise<void> {
  const { db, newId, clock, actor } = ctx;
  const { id, partId, state, origin, ownerId } = row;
  const forId = ownerId === actor.personId ? null : ownerId;
  const move = origin === "claimed" ? "claim" : "assign";
  await db.insertInto("commitments_commitment").values(row).execute();
  if (supporting.length > 0)
    await db
      .insertInto("commitments_supporter")
      .values(supporting.map((organizationId) => ({ id: newId(), commitmentId: id, organizationId })))
      .execute();
  await db
    .insertInto("commitments_entry")
    .values({
      id: newId(),
      partId,
      commitmentId: id,
      move,
      fromState: null,
      toState: state,
      at: clock.now(),
      byId: actor.personId,
      forId,
      note: row.conditions,
    })
    .execute();
  await db.updateTable("commitments_part").set({ deferReason: null, reviewOn: null }).where("id", "=", partId).execute();
}

/**
 * Puts a part under one lead until a day. Who claims for themself has confirmed by it; an offer in another's name waits for their word.
 * Throws partUnknown, partVoided, partTaken, dayUnknown, dueInPast and what getParties throws.
 */
export async function makeCommitment(ctx: CommitmentsContext, partId: string, input: NewCommitment): Promise<{ id: string; state: CommitmentState }> {
  const { newId, clock, actor, publish, audit } = ctx;
  const part = await getFreePart(ctx, partId);
  const dueOn = getDueDay(input.dueOn, clock.today());
  const { supportingOrganizationIds, ...parties } = await getParties(ctx, input);
  const state = input.origin === "claimed" && actor.personId === parties.ownerId ? "confirmed" : "offered";
  const standing = { origin: input.origin, state, conditions: input.conditions?.trim() || null, round: 1, isActive: true, closedOn: null };
  const row: CommitmentRow = {
    id: newId(),
    partId,
    placePath: part.placePath,
    ...parties,
    ...standing,
    ...planDates(clock.today(), dueOn),
    createdAt: clock.now(),
  };
  await keep(ctx, row, supportingOrganizationIds);
  publish("committed", row.id, { commitmentId: row.id, partId, origin: input.origin });
  audit(input.origin === "claimed" ? "claim" : "assign", row.id, { ownerId: parties.ownerId, dueOn });
  if (state === "offered") await writeToOwner(ctx, row, part, { words: "offered", key: "offered" });
  return { id: row.id, state };
}
