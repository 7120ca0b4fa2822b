import type { CommitmentState, NewCommitment } from "../commitments.js";
import { errors } from "../errors.js";
import { endDeferral } from "../keep-ledger/deferral.repository.js";
import { findHolder, type CommitmentRow, type PartRow } from "../keep-ledger/part.repository.js";
import { keepVerifiers } from "../keep-ledger/verifier.repository.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { takePartTurn } from "../keep-state/take-turn.js";
import { findSoonOn } from "../measure-time/choose-light.js";
import { getDueDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";
import { chooseLadder } from "../remind-owners/ladder.js";
import { planFirstStep } from "../remind-owners/plan-steps.js";
import { writeToOwner } from "../remind-owners/write-to-owner.js";
import { tellSupporters } from "./tell-supporters.js";
import { getParties } from "./check-parties.js";

/** The part a promise is made for: wanted, and led by nobody. */
async function getFreePart({ db }: CommitmentsContext, partId: string): Promise<PartRow> {
  const part = await takePartTurn(db, partId);
  if (!part) throw errors.partUnknown();
  if (part.voidedOn) throw errors.partVoided();
  if (await findHolder(db, partId)) throw errors.partTaken({ title: part.title });
  return part;
}

type Dates = Pick<CommitmentRow, "startedOn" | "dueOn" | "soonOn" | "nextStep" | "nextStepOn">;
/** The dates that follow from when a promise began and when it is due. */
export function planDates({ config }: CommitmentsContext, startedOn: string, dueOn: string): Dates {
  const first = planFirstStep(chooseLadder(config.ladders, startedOn), startedOn, dueOn);
  return { startedOn, dueOn, soonOn: findSoonOn(startedOn, dueOn), nextStep: first?.step ?? null, nextStepOn: first?.on ?? null };
}

/** Nobody looks for a lead any more, and nothing is put off. */
const settled = { deferReason: null, reviewOn: null, seekUntil: null, seekFallback: null, seekOverOn: null };

/** The standard a part is led to; throws standardNeeded when neither the part nor the promise says it. */
function getStandard(part: PartRow, said: string | undefined): string {
  const standard = said?.trim() || part.standard;
  if (!standard) throw errors.standardNeeded({ title: part.title }, "body.standard");
  return standard;
}

interface Others {
  readonly supportingOrganizationIds: readonly string[];
  readonly verifierIds: readonly string[];
}
async function keep(ctx: CommitmentsContext, row: CommitmentRow, others: Others, standard: string): Promise<void> {
  const { db, newId, actor } = ctx;
  const { id, partId, state, origin, ownerId } = row;
  await db.insertInto("commitments_commitment").values(row).execute();
  const { supportingOrganizationIds: supporting, verifierIds } = others;
  await keepVerifiers(ctx, id, verifierIds);
  if (supporting.length > 0)
    await db
      .insertInto("commitments_supporter")
      .values(supporting.map((organizationId) => ({ id: newId(), commitmentId: id, organizationId })))
      .execute();
  await db
    .updateTable("commitments_part")
    .set({ ...settled, standard })
    .where("id", "=", partId)
    .execute();
  await endDeferral(db, partId, row.startedOn);
  await noteEntry(ctx, {
    partId,
    commitmentId: id,
    move: origin === "claimed" ? "claim" : "assign",
    toState: state,
    forId: ownerId === actor.personId ? null : ownerId,
    note: row.conditions,
  });
}

/** How a promise begins when its state is not to be found out from who makes it. */
export interface Beginning {
  /** Both have signed already: nobody is asked to confirm. */
  readonly isSigned?: boolean;
}

/**
 * Puts a part under one lead until a day. Who claims for themself has confirmed by it; an offer in another's name waits for their word.
 * Throws partUnknown, partVoided, partTaken, standardNeeded, dayUnknown, dueInPast and what getParties throws.
 */
export async function makeCommitment(
  ctx: CommitmentsContext,
  partId: string,
  input: NewCommitment,
  { isSigned = false }: Beginning = {},
): Promise<{ id: string; state: CommitmentState }> {
  const { newId, clock, actor, publish, audit } = ctx;
  const part = await getFreePart(ctx, partId);
  const standard = getStandard(part, input.standard);
  const madeOn = input.madeOn ?? clock.today();
  const dueOn = getDueDay(input.dueOn, madeOn);
  const { supportingOrganizationIds, verifierIds, ...parties } = await getParties(ctx, input);
  const state = isSigned || (input.origin === "claimed" && actor.personId === parties.ownerId) ? "confirmed" : "offered";
  const standing = { origin: input.origin, state, conditions: input.conditions?.trim() || null, round: 1, isActive: true, closedOn: null };
  const dates = planDates(ctx, madeOn, dueOn);
  const row: CommitmentRow = { id: newId(), partId, placePath: part.placePath, ...parties, ...standing, madeOn, ...dates, createdAt: clock.now() };
  await keep(ctx, row, { supportingOrganizationIds, verifierIds }, standard);
  publish("committed", row.id, { commitmentId: row.id, partId, origin: input.origin });
  audit(input.origin === "claimed" ? "claim" : "assign", row.id, { ownerId: parties.ownerId, dueOn });
  await tellSupporters(ctx, row, supportingOrganizationIds);
  if (state === "offered") await writeToOwner(ctx, row, part, { words: "offered", key: "offered" });
  return { id: row.id, state };
}
