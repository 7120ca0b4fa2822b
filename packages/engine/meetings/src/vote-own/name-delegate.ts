import { delegateVote } from "../cast-ballots/keep-roll.js";
import { findUnit, unitsOf, type PollRow, type UnitRow } from "../cast-ballots/poll.repository.js";
import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";

async function getOwnUnit({ db, actor, clock }: MeetingsContext, poll: PollRow, unitId: string): Promise<UnitRow> {
  if (poll.state !== "open") throw errors.pollNotOpen();
  if (poll.motionId !== null) throw errors.delegateInRoom();
  if (poll.closesOn !== null && clock.today() > poll.closesOn) throw errors.pollOver({ day: poll.closesOn });
  const unit = await findUnit(db, poll.id, unitId);
  if (!unit?.personId || unit.personId !== actor.personId) throw errors.notYourUnit({}, "body.unitId");
  if (unit.votedBy !== null) throw errors.alreadyVoted({ unit: unit.label }, "body.unitId");
  return unit;
}

/**
 * Somebody names another of the roll, by how that one stands there, to vote for a unit of theirs; the roll is not shown to them. Throws pollNotOpen,
 * pollOver, delegateInRoom, notYourUnit, alreadyVoted, delegateUnknown, noDelegation, tooManyDelegated.
 */
export async function nameDelegate(ctx: MeetingsContext, poll: PollRow, { unitId, label }: { readonly unitId: string; readonly label: string }): Promise<void> {
  const unit = await getOwnUnit(ctx, poll, unitId);
  const named = (await unitsOf(ctx.db, poll.id)).find((one) => one.label === label.trim());
  if (!named?.personId || named.personId === unit.personId) throw errors.delegateUnknown({ label: label.trim() }, "body.label");
  await delegateVote(ctx, poll, { unitId, personId: named.personId, proof: ctx.text("meetings.ownVotes.proof", { day: ctx.clock.today() }) });
}

/** Takes the naming of a delegate back while that one has not voted. Throws pollNotOpen, pollOver, delegateInRoom, notYourUnit, alreadyVoted. */
export async function dropDelegate(ctx: MeetingsContext, poll: PollRow, unitId: string): Promise<void> {
  const unit = await getOwnUnit(ctx, poll, unitId);
  await ctx.db.updateTable("meetings_poll_unit").set({ delegateId: null, delegateProof: null }).where("id", "=", unit.id).execute();
  ctx.audit("dropDelegate", unit.id, { pollId: poll.id });
}
