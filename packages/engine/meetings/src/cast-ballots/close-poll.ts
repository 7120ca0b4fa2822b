import { errors } from "../errors.js";
import { moveOnceAllowed } from "../follow-steps/follow-steps.js";
import { leaveSteps } from "../follow-steps/leave-steps.js";
import type { MeetingsContext } from "../plugin.js";
import { judgePoll, type Choice, type CountedBallots, type PollResult } from "./judge-poll.js";
import { ballotsOf, boxesOf, unitsOf, type PollRow, type UnitRow } from "./poll.repository.js";
import { getNextPoll } from "../keep-state/take-steps.js";
import { isBoxCounted } from "./cast-ballot.js";
import { pollContent } from "./poll-content.js";
import { getPackOfPoll } from "./get-poll-pack.js";
import { settleEffect } from "./settle-effect.js";

export const areaOf = (units: readonly UnitRow[]): number => units.reduce((sum, { area }) => sum + (area ?? 0), 0);

/** The ballots that hold, by choice: named ones with their unit's area, secret ones from the boxes. */
export async function readBallots({ db }: MeetingsContext, poll: PollRow, units: readonly UnitRow[]): Promise<CountedBallots[]> {
  if (poll.isSecret) return (await boxesOf(db, poll.id)).map(({ choice, papers }) => ({ choice: choice as Choice, papers, area: 0 }));
  const areas = new Map(units.map(({ id, area }) => [id, area ?? 0]));
  const ballots = (await ballotsOf(db, poll.id)).filter((ballot) => ballot.state === "counted");
  return ballots.map(({ choice, unitId }) => ({ choice: choice as Choice, papers: 1, area: areas.get(unitId)! }));
}

/** Why a poll ends before the last day that was announced though somebody has still a vote; null when it does not. Throws pollEndsLater. */
function getEarlyReason({ clock }: MeetingsContext, { closesOn }: PollRow, units: readonly UnitRow[], reason: string | undefined): string | null {
  if (closesOn === null || clock.today() > closesOn || units.every(({ votedBy }) => votedBy !== null)) return null;
  const said = reason?.trim();
  if (!said) throw errors.pollEndsLater({ day: closesOn }, "body.reason");
  return said;
}

/** What the vote of the competent body makes of the decision that waited for it. */
async function settleLinked(ctx: MeetingsContext, decisionId: string, decided: string, isAdopted: boolean): Promise<void> {
  if (isAdopted) return settleEffect(ctx, decisionId, await moveOnceAllowed(ctx, decisionId));
  await leaveSteps(ctx, decisionId, ctx.text("meetings.effect.toldRefused", { text: decided }, "zh-CN"));
  await settleEffect(ctx, decisionId, "refuse");
}

/**
 * Counts and ends a poll by the rules of the day it opened; the decision that waited for it takes effect or is refused, and where too few took part nothing
 * is decided and it goes on waiting. Throws pollStateWrong, ballotsWaiting, boxUncounted, and pollEndsLater while somebody may still vote until an announced day and no reason is given.
 */
export async function closePoll(ctx: MeetingsContext, poll: PollRow, reason?: string): Promise<PollResult> {
  const state = getNextPoll(ctx, poll.state, "close");
  const { db, clock, audit, prove, publish } = ctx;
  const waiting = (await ballotsOf(db, poll.id)).filter((ballot) => ballot.state === "waiting").length;
  if (waiting > 0) throw errors.ballotsWaiting({ count: waiting });
  const units = await unitsOf(db, poll.id);
  const earlyReason = getEarlyReason(ctx, poll, units, reason);
  const handed = units.filter(({ votedBy }) => votedBy === "paper").length;
  if (poll.isSecret && handed > 0 && !(await isBoxCounted(ctx, poll))) throw errors.boxUncounted({ handed });
  const pack = await getPackOfPoll(ctx, poll);
  const frame = { roll: { units: units.length, area: areaOf(units) }, members: poll.members, quorum: poll.quorum };
  const result = judgePoll(pack, frame, await readBallots(ctx, poll, units));
  await db.updateTable("meetings_poll").set({ state, closedAt: clock.now(), result, earlyReason, isSealed: true }).where("id", "=", poll.id).execute();
  prove("sealPoll", poll.id, await pollContent(db, { ...poll, result }));
  audit("closePoll", poll.id, { isAdopted: result.isAdopted, arithmetic: result.arithmetic, isEarly: earlyReason !== null });
  publish("polled", poll.id, { pollId: poll.id, isAdopted: result.isAdopted });
  if (poll.decisionId !== null && result.isQuorate) await settleLinked(ctx, poll.decisionId, poll.text, result.isAdopted);
  return result;
}

/** Ends a poll without a count; its ballots stay in the ledger. */
export async function withdrawPoll(ctx: MeetingsContext, poll: PollRow, reason: string): Promise<void> {
  const state = getNextPoll(ctx, poll.state, "withdraw");
  await ctx.db.updateTable("meetings_poll").set({ state, withdrawReason: reason.trim(), closedAt: ctx.clock.now() }).where("id", "=", poll.id).execute();
  ctx.audit("withdrawPoll", poll.id);
}
