import type { Scope } from "@lianxin/plugin-kit";
import { decidedPollsOf, standingPollsOf } from "../cast-ballots/poll.repository.js";
import { errors } from "../errors.js";
import type { DecisionRow, MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { openPartsOf } from "../run-meeting/apply-parts.js";
import type { CommandOf } from "../run-meeting/meeting-command.js";
import { readRoom } from "../run-meeting/meeting-room.js";
import { addDays, dayOf } from "../tell-time/tell-time.js";
import { listWaiting } from "./waiting.repository.js";

const over: ReadonlySet<string> = new Set(["minutes_draft", "minutes_confirmed", "published"]);

/**
 * Divides a decision into work after its meeting: one that waited for another body's vote has effect only then, and nobody is at the table any more. Throws
 * divideInRoom while it is in session, decisionNotEffective.
 */
export async function divideDecision(ctx: MeetingsContext, meeting: MeetingRow, decision: DecisionRow, parts: CommandOf<"openParts">["parts"]): Promise<void> {
  if (!over.has(meeting.state)) throw errors.divideInRoom();
  if (decision.effect !== "effective") throw errors.decisionNotEffective({ effect: ctx.text(`meetings.effect.${decision.effect}`) }, "params.decisionId");
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
