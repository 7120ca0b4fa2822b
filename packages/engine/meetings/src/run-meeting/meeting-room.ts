import { errors } from "../errors.js";
import { inviteesOf, itemsOf, motionsOf, type InviteeRow, type ItemRow, type MeetingRow, type MotionRow } from "../find-meeting/meeting.repository.js";
import { judgeQuorum, type QuorumVerdict } from "../keep-rules/judge-quorum.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import type { MeetingsContext } from "../plugin.js";
import { findBody } from "../set-up-body/body.repository.js";
import { getPackOf } from "../set-up-body/show-body.js";
import type { SeatMark } from "../words.js";
import { dayOf } from "../tell-time/tell-time.js";
import { commandsOf } from "./command.repository.js";
import { attemptOf, foldCommands, sinceMoved } from "./fold-commands.js";
import { whoIsThere, type LiveMeeting } from "./live-meeting.js";

/** A meeting in progress: its rows, its rules, and the fold of its log. */
export interface Room {
  readonly meeting: MeetingRow;
  readonly pack: RulePack;
  readonly invitees: readonly InviteeRow[];
  readonly items: readonly ItemRow[];
  readonly motions: readonly MotionRow[];
  readonly live: LiveMeeting;
  /** The position of the last command, refused ones included; -1 when there is none. */
  readonly lastPosition: number;
}

/** Reads a meeting with everything that rules of the room look at. Six queries. */
export async function readRoom({ db, clock }: MeetingsContext, meeting: MeetingRow): Promise<Room> {
  const body = (await findBody(db, meeting.bodyId))!;
  const day = meeting.startsAt ? dayOf(meeting.startsAt, clock.zone) : clock.today();
  const log = await commandsOf(db, meeting.id);
  const accepted = log.filter(({ refusedCode }) => refusedCode === null).map(({ id, at, payload }) => ({ id, at, command: payload }));
  return {
    meeting,
    pack: await getPackOf(db, body, day),
    invitees: await inviteesOf(db, meeting.id),
    items: await itemsOf(db, meeting.id),
    motions: await motionsOf(db, meeting.id),
    live: foldCommands(
      attemptOf(sinceMoved(accepted, { day, movedAt: meeting.movedAt }, clock.zone), meeting.state !== "inquorate" && meeting.state !== "cancelled"),
    ),
    lastPosition: log.at(-1)?.position ?? -1,
  };
}

const votes = ({ kind }: InviteeRow): boolean => kind === "voting";

/** Those whose seat has a vote, less who steps aside for a motion. */
const votersFor = ({ live, invitees }: Room, motionId?: string): InviteeRow[] => {
  const recused = new Set(live.motions.find(({ id }) => id === motionId)?.recused.map(({ inviteeId }) => inviteeId));
  return invitees.filter((invitee) => votes(invitee) && !recused.has(invitee.id));
};

/** Somebody who sits in for a member votes only where the rules know delegated votes. */
const mayVote = ({ pack }: Room, { substituteId }: InviteeRow): boolean => substituteId === null || pack.delegation.isAllowed;

/** Those who can vote on a motion now (on any, without one): in the room, not recused, not a substitute where the rules know none. */
export const votersOn = (room: Room, motionId?: string): InviteeRow[] =>
  whoIsThere(room.live, votersFor(room, motionId)).filter((invitee) => mayVote(room, invitee));

/** Those with a vote who are in the room now. */
export const votersThere = (room: Room): InviteeRow[] => votersOn(room);

/** Who is there against who is needed: heads, marked seats and parties, each counted now; for a motion without those who step aside. O(invitees). */
export function quorumOf(room: Room, motionId?: string): QuorumVerdict {
  const [all, there] = [votersFor(room, motionId), votersOn(room, motionId)];
  const marked = (mark: SeatMark) => {
    const has = ({ marks }: InviteeRow) => marks?.includes(mark) ?? false;
    return { total: all.filter(has).length, present: there.filter(has).length };
  };
  const parties = { total: new Set(all.map(({ partyName }) => partyName)).size, present: new Set(there.map(({ partyName }) => partyName)).size };
  const groups = { women: marked("women"), representatives: marked("representatives"), non_cadres: marked("non_cadres"), parties };
  return judgeQuorum(room.pack, { members: all.length, present: there.length, groups });
}

/** Throws notQuorate when too few members are there, groupShort with the group the rules name beside them of which too few are. */
export function checkQuorate({ text }: Pick<MeetingsContext, "text">, verdict: QuorumVerdict): QuorumVerdict {
  if (verdict.isQuorate) return verdict;
  const short = verdict.conditions.find(({ isReached }) => !isReached)!;
  const counted = { present: short.present, need: Math.max(short.need, 1) };
  throw short.of === "members" ? errors.notQuorate(counted) : errors.groupShort({ group: text(`meetings.group.${short.of}`), ...counted });
}

/** By party: how many of those with a vote are there. Parties in the order of their seats. O(invitees). */
export function countParties(room: Room): { name: string; members: number; present: number }[] {
  const there = new Set(votersThere(room).map(({ id }) => id));
  const parties = new Map<string, { name: string; members: number; present: number }>();
  for (const { id, partyName } of room.invitees.filter(votes)) {
    const party = parties.get(partyName) ?? { name: partyName, members: 0, present: 0 };
    parties.set(partyName, { ...party, members: party.members + 1, present: party.present + (there.has(id) ? 1 : 0) });
  }
  return [...parties.values()];
}

export function getItem({ items }: Room, itemId: string): ItemRow {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw errors.itemUnknown({}, "command.itemId");
  return item;
}

export function getProposed({ motions }: Room, motionId: string): MotionRow {
  const motion = motions.find(({ id }) => id === motionId);
  if (!motion) throw errors.motionUnknown({}, "command.motionId");
  if (motion.state !== "proposed") throw errors.motionVoted({}, "command.motionId");
  return motion;
}
