import { inviteesOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { judgeQuorum } from "../keep-rules/judge-quorum.js";
import { findTrouble } from "../plan-month/find-trouble.js";
import type { MeetingsContext } from "../plugin.js";
import { findBody } from "../set-up-body/body.repository.js";
import { getPackOf } from "../set-up-body/show-body.js";
import { dayOf } from "../tell-time/tell-time.js";

/** What is left to do between announcing a meeting and holding it, with the numbers that say so. */
export async function showNextSteps(ctx: MeetingsContext, meeting: MeetingRow) {
  const { db, clock, use, canSend } = ctx;
  const invitees = await inviteesOf(db, meeting.id);
  const { postBy, postedOn, postedWhere, startsAt } = meeting;
  const pack = await getPackOf(db, (await findBody(db, meeting.bodyId))!, dayOf(startsAt ?? meeting.createdAt, clock.zone));
  const voting = invitees.filter(({ kind }) => kind === "voting");
  const count = (holds: (invitee: (typeof invitees)[number]) => boolean): number => invitees.filter(holds).length;
  return {
    ...{ postBy, postedOn, postedWhere, isPostedLate: postedOn !== null && postBy !== null && postedOn > postBy },
    ...{ expected: invitees.length, told: count(({ toldBy }) => toldBy !== null), mailed: count(({ mailedAt }) => mailedAt !== null) },
    canMail: canSend("mail"),
    ...{ coming: count(({ rsvp }) => rsvp === "coming"), away: count(({ rsvp }) => rsvp === "not_coming") },
    /** Votes that can still come: a seat whose holder declined counts when somebody comes instead. */
    expectedVotes: voting.filter(({ rsvp, substituteId }) => rsvp !== "not_coming" || substituteId !== null).length,
    /** Why it cannot be held as it was announced, and the place whose meetings a repair is to look at. */
    trouble: await findTrouble(ctx, meeting),
    placeId: (await use.directory.placeAt(meeting.placePath))?.id ?? null,
    need: judgeQuorum(pack, { members: voting.length, present: 0 }).need,
  };
}
