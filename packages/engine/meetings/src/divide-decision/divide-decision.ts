import type { Scope } from "@lianxin/plugin-kit";
import { decidedPollsOf, standingPollsOf } from "../cast-ballots/poll.repository.js";
import { errors } from "../errors.js";
import { findDecision, type DecisionRow } from "../find-meeting/meeting.repository.js";
import { chainsAbout } from "../follow-steps/chain.repository.js";
import { takeMeetingTurn } from "../keep-state/take-turn.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";
import { openPartsOf } from "../run-meeting/apply-parts.js";
import type { CommandOf } from "../run-meeting/meeting-command.js";
import { readRoom } from "../run-meeting/meeting-room.js";
import { addDays, dayOf } from "../tell-time/tell-time.js";
import { listWaiting } from "./waiting.repository.js";

const over: ReadonlySet<string> = new Set(["minutes_draft", "minutes_confirmed", "published"]);
/** Is the meeting behind us, with minutes or about to have them? */
export const isOver = (state: string): boolean => over.has(state);

/** Those of the decisions that had no effect at the table: another body's vote, or required steps, came after. */
export async function hadEffectLater(db: MeetingsDb, decisionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const voted = await decidedPollsOf(db, decisionIds);
  const stepped = (await chainsAbout(db, [], decisionIds)).flatMap(({ decisionId }) => decisionId ?? []);
  return new Set([...voted.keys(), ...stepped]);
}

/**
 * Divides a decision into work after its meeting: one that waited for another body's vote has effect only then, and nobody is at the table any more. Throws
 * divideInRoom while it is in session, decisionNotEffective, and effectAtTable for one that had effect when people sat there.
 */
export async function divideDecision(ctx: MeetingsContext, { id, meetingId }: DecisionRow, parts: CommandOf<"openParts">["parts"]): Promise<void> {
  const meeting = await takeMeetingTurn(ctx.db, meetingId);
  const decision = (await findDecision(ctx.db, id))!;
  if (!isOver(meeting.state)) throw errors.divideInRoom();
  if (decision.effect !== "effective") throw errors.decisionNotEffective({ effect: ctx.text(`meetings.effect.${decision.effect}`) }, "params.decisionId");
  if (!(await hadEffectLater(ctx.db, [decision.id])).has(decision.id)) throw errors.effectAtTable({}, "params.decisionId");
  await openPartsOf(ctx, await readRoom(ctx, meeting), decision, parts);
  ctx.audit("divideDecision", decision.id, { parts: parts.length });
}

export interface WaitingDecision {
  readonly id: string;
  readonly meetingId: string;
  readonly text: string;
  /** "vote": the competent body has not been asked; "divide": it agreed, and nobody was given the work. */
  readonly kind: "vote" | "divide";
  readonly since: string;
}

/** How long a decision that took effect by a vote is asked about: whoever has divided nothing by then does not mean to. */
const askedDays = 60;

/** Decisions after which somebody has to do something that is not in the ledger yet; latest first. */
export async function listWaitingDecisions({ db, use, clock }: MeetingsContext, scope: Scope): Promise<WaitingDecision[]> {
  const rows = await listWaiting(db, scope);
  const polls = await standingPollsOf(
    db,
    rows.map(({ id }) => id),
  );
  const decided = await decidedPollsOf(
    db,
    rows.map(({ id }) => id),
  );
  const found = await Promise.all(
    rows.map(async ({ id, meetingId, text, effect, decidedOn }): Promise<WaitingDecision[]> => {
      if (effect === "awaits_competent_body") return polls.has(id) ? [] : [{ id, meetingId, text, kind: "vote", since: decidedOn }];
      const closedAt = decided.get(id)?.closedAt;
      if (!closedAt || dayOf(closedAt, clock.zone) < addDays(clock.today(), -askedDays)) return [];
      const parts = await use.commitments.partsOfMeeting(meetingId);
      return parts.some(({ source }) => source.id === id) ? [] : [{ id, meetingId, text, kind: "divide", since: dayOf(closedAt, clock.zone) }];
    }),
  );
  return found.flat();
}
