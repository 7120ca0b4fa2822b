import { hadEffectLater, isOver } from "../divide-decision/divide-decision.js";
import { pollsOfMeeting, standingPollsOf } from "../cast-ballots/poll.repository.js";
import { decisionsOf } from "../find-meeting/meeting.repository.js";
import type { ConditionVerdict } from "../keep-rules/judge-quorum.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import { turnsOf } from "../order-agenda/clock-agenda.js";
import { findNoticeOf } from "../publish-minutes/notice.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { tellNumber } from "../write-notice/tell-number.js";
import { tellFloor } from "../take-turns/tell-floor.js";
import { isThere } from "./live-meeting.js";
import { countParties, quorumOf, type Room } from "./meeting-room.js";
import { showParts } from "./show-parts.js";
import { tellTally } from "./tell-tally.js";

async function showPeople({ use }: MeetingsContext, room: Room) {
  const { invitees, live } = room;
  const names = await use.directory.namesOf(invitees.flatMap(({ personId, substituteId }) => [personId, ...(substituteId ? [substituteId] : [])]));
  return invitees.map(({ id, personId, partyName, kind, rsvp, substituteId, marks }) => ({
    ...{ id, personId, partyName, kind, rsvp, name: names.get(personId) ?? "" },
    substituteName: substituteId ? (names.get(substituteId) ?? "") : null,
    isThere: isThere(live, id),
    cameAt: live.stays.get(id)?.[0]?.from ?? null,
    votes: kind === "voting" && (substituteId === null || room.pack.delegation.isAllowed),
    marks: [...(marks ?? [])],
  }));
}

/** The shares quorum and votes are judged by, without what only a server needs. */
const tellRules = ({ quorum, pass }: RulePack) => ({
  quorum: quorum.map(({ of, share }) => ({ of, share: { op: share.op, fraction: [...share.fraction] } })),
  pass: { base: pass.base, share: { op: pass.share.op, fraction: [...pass.share.fraction] }, measures: [...pass.measures] },
});

const tellCondition = ({ of, total, present, need, isReached }: ConditionVerdict) => ({ of, total, present, need, isReached });

/** Who steps aside for a motion and who is against deciding it without a vote, and how many can vote on it now. */
function tellAsides(room: Room, motionId: string) {
  const live = room.live.motions.find(({ id }) => id === motionId);
  const { present, members, isQuorate } = quorumOf(room, motionId);
  return {
    base: { members, present, isQuorate },
    withdrawn: live?.withdrawn ?? null,
    recused: live?.recused.map(({ inviteeId, reason }) => ({ inviteeId, reason })) ?? [],
    objections: live?.objections.map((objection) => ({ ...objection })) ?? [],
  };
}

/** By motion: the vote by paper that was opened for it and not withdrawn. */
async function openPollsOf({ db }: MeetingsContext, meetingId: string): Promise<ReadonlyMap<string, string>> {
  const polls = (await pollsOfMeeting(db, meetingId)).filter(({ state }) => state !== "withdrawn");
  return new Map(polls.map(({ id, motionId }) => [motionId ?? "", id]));
}

/** What was said at an evening talk, each with the matter it became and the day to answer it by; from before matters kept which remark they were, in order. */
async function showRemarks({ use }: MeetingsContext, { meeting, live }: Room) {
  if (live.remarks.length === 0) return [];
  const matters = await use.matters.remarksOf(meeting.id);
  const byRemark = new Map(matters.map((matter) => [matter.remarkId, matter]));
  const unnamed = matters.filter(({ remarkId }) => remarkId === null);
  const earlier = live.remarks.filter(({ id }) => !byRemark.has(id));
  return live.remarks.map(({ id, itemId, inviteeId, words, answer }) => {
    const matter = (byRemark.get(id) ?? unnamed[earlier.findIndex((remark) => remark.id === id)])!;
    return { ...{ id, itemId, inviteeId, words, answer }, matter: { id: matter.id, number: matter.number, replyBy: matter.replyBy } };
  });
}

/** The room in words and names for its page. */
export async function showRoom(ctx: MeetingsContext, room: Room) {
  const { meeting, items, motions, live, pack } = room;
  const { verified: _verified, conditions, ...quorum } = quorumOf(room);
  const polls = await openPollsOf(ctx, meeting.id);
  const decisions = await decisionsOf(ctx.db, meeting.id);
  const linked = await standingPollsOf(
    ctx.db,
    decisions.map((decision) => decision.id),
  );
  const later = isOver(meeting.state)
    ? await hadEffectLater(
        ctx.db,
        decisions.map((decision) => decision.id),
      )
    : new Set<string>();
  const { id, title, type, state, startsAt, endsAt, venueName, postBy, closedAt } = meeting;
  return {
    ...{ id, number: tellNumber(meeting), title, type, state, startsAt, endsAt, venueName, postBy, closedAt },
    quorum: {
      ...quorum,
      arithmetic: [...quorum.arithmetic],
      conditions: conditions.map(tellCondition),
      isVerified: pack.verified === true,
      isLocal: pack.verified === "local",
    },
    parties: countParties(room),
    rules: tellRules(pack),
    currentItemId: live.currentItemId,
    people: await showPeople(ctx, room),
    items: turnsOf(startsAt, items).map(({ meetingId: _, parentId: _above, warnings, ...item }) => ({ ...item, warnings: [...warnings] })),
    mayConsent: pack.ways.includes("consent"),
    mayCast: pack.castingVote,
    publicationDays: pack.publicationDays,
    floor: tellFloor({ ...room.live, people: room.invitees, limit: room.pack.speaking }, ctx.clock.now()),
    positions: live.positions.map(({ itemId, partyName, stance, words }) => ({ itemId, partyName, stance, words })),
    motions: motions.map((motion) => ({
      id: motion.id,
      itemId: motion.itemId,
      text: motion.text,
      state: motion.state,
      warnings: [...motion.warnings],
      tally: tellTally(ctx, motion),
      pollId: motion.pollId ?? polls.get(motion.id) ?? null,
      ...tellAsides(room, motion.id),
    })),
    decisions: decisions.map(({ id, itemId, serial, text, arithmetic, effect, warnings }) => ({
      id,
      itemId,
      serial,
      text,
      arithmetic,
      effect,
      pollId: linked.get(id) ?? null,
      isDividedLater: effect === "effective" && later.has(id),
      warnings: [...warnings],
    })),
    notice: await findNoticeOf(ctx.db, id),
    hasList: meeting.listCutOff !== null || meeting.type === "assignment",
    remarks: await showRemarks(ctx, room),
    parts: await showParts(ctx, id, items),
  };
}
