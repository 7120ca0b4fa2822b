import { errors } from "../errors.js";
import { decisionsOf, type ItemRow, type MotionRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { findTallyProblem, judgeMotion, type MotionVerdict } from "../take-votes/judge-motion.js";
import { dayOf } from "../tell-time/tell-time.js";
import type { Apply } from "./apply-command.js";
import { findOwnWarnings, joinWarnings } from "./find-warnings.js";
import { getItem, quorumOf, votersThere, type Room } from "./meeting-room.js";
import type { SentCommand } from "./meeting-command.js";

const settled = new Set(["decided", "deferred", "discussed"]);

export function getOpenItem(room: Room, itemId: string): ItemRow {
  const item = getItem(room, itemId);
  if (settled.has(item.state)) throw errors.itemSettled({ title: item.title }, "command.itemId");
  return item;
}

/** A motion on an item, with what this body cannot decide alone said at once. */
export const applyMove: Apply<"move"> = async ({ db }, room, { id, command }) => {
  const item = getItem(room, command.itemId);
  if (item.state === "deferred") throw errors.itemSettled({ title: item.title }, "command.itemId");
  if (room.motions.some(({ state }) => state === "proposed")) throw errors.motionOpen();
  const warnings = joinWarnings(findOwnWarnings(room.pack, command.text), item.warnings);
  const untold = { members: null, attending: null, yes: null, no: null, abstain: null, base: null, arithmetic: null, votedAt: null };
  const motion: MotionRow = {
    id,
    meetingId: room.meeting.id,
    itemId: item.id,
    text: command.text.trim(),
    state: "proposed",
    warnings,
    ...untold,
    packId: room.pack.id,
  };
  await db.insertInto("meetings_motion").values(motion).execute();
  return { motions: [...room.motions, motion] };
};

async function decide(
  ctx: MeetingsContext,
  room: Room,
  motion: MotionRow,
  { id, at }: SentCommand,
  { arithmetic }: MotionVerdict,
): Promise<readonly ItemRow[]> {
  const { db, clock, use, publish } = ctx;
  const { meeting, pack } = room;
  const item = getItem(room, motion.itemId);
  const earlier = await decisionsOf(db, meeting.id);
  const effect = findOwnWarnings(pack, motion.text).length > 0 ? "awaits_competent_body" : "effective";
  const base = { id, placePath: meeting.placePath, meetingId: meeting.id, itemId: item.id, motionId: motion.id, serial: earlier.length + 1 };
  await db
    .insertInto("meetings_decision")
    .values({ ...base, text: motion.text, arithmetic, effect, warnings: motion.warnings, decidedOn: dayOf(at, clock.zone) })
    .execute();
  await db.updateTable("meetings_agenda_item").set({ state: "decided" }).where("id", "=", item.id).execute();
  if (item.matterId && item.state !== "decided") await use.matters.decide(item.matterId, id, meeting.id);
  publish("decided", meeting.id, { meetingId: meeting.id, decisionId: id, itemId: item.id });
  return room.items.map((one) => (one.id === item.id ? { ...one, state: "decided" } : one));
}

/** The motion, when it can be voted on now: quorum there, the head-count made anew and equal to the log's, a tally that can be. */
function getVotable(
  room: Room,
  { command }: { readonly command: { motionId: string; attending: number; yes: number; no: number; abstain: number } },
): MotionRow {
  const motion = room.motions.find(({ id }) => id === command.motionId);
  if (!motion) throw errors.motionUnknown({}, "command.motionId");
  if (motion.state !== "proposed") throw errors.motionVoted({}, "command.motionId");
  const { isQuorate, present, need, members } = quorumOf(room);
  if (!isQuorate) throw errors.notQuorate({ present, need });
  if (command.attending !== present) throw errors.headCountDiffers({ counted: command.attending, listed: present }, "command.attending");
  if (findTallyProblem(command, { members, attending: present }))
    throw errors.moreVotesThanPresent({ votes: command.yes + command.no + command.abstain, present }, "command.yes");
  return motion;
}

/** The tally of a motion, judged by the pack in whole numbers; an adopted motion is a decision at once. */
export const applyVote: Apply<"vote"> = async (ctx, room, sent) => {
  const { yes, no, abstain } = sent.command;
  const motion = getVotable(room, sent);
  const electorate = { members: quorumOf(room).members, attending: votersThere(room).length };
  const verdict = judgeMotion(room.pack, { yes, no, abstain }, electorate);
  const voted = {
    ...motion,
    ...electorate,
    yes,
    no,
    abstain,
    base: verdict.base,
    arithmetic: verdict.arithmetic,
    state: verdict.isAdopted ? "adopted" : "rejected",
    votedAt: sent.at,
  };
  const { id: _id, ...changes } = voted;
  await ctx.db.updateTable("meetings_motion").set(changes).where("id", "=", motion.id).execute();
  const items = verdict.isAdopted ? await decide(ctx, room, motion, sent, verdict) : room.items;
  return { items, motions: room.motions.map((one) => (one.id === motion.id ? voted : one)) };
};
