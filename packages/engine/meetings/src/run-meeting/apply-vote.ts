import { findPoll } from "../cast-ballots/poll.repository.js";
import { isOnPaper } from "../cast-ballots/prepare-poll.js";
import { errors } from "../errors.js";
import type { ItemRow, MotionRow } from "../find-meeting/meeting.repository.js";
import { getNextItem, getNextMotion } from "../keep-state/take-steps.js";
import type { MeetingsContext } from "../plugin.js";
import { checkCasting } from "../take-votes/cast-tie.js";
import { findTallyProblem, judgeMotion } from "../take-votes/judge-motion.js";
import type { Apply } from "./apply-command.js";
import { decide } from "./decide-motion.js";
import { findOwnWarnings, joinWarnings } from "./find-warnings.js";
import { checkQuorate, getItem, getProposed, quorumOf, type Room } from "./meeting-room.js";

export function getOpenItem(room: Room, itemId: string): ItemRow {
  const item = getItem(room, itemId);
  getNextItem(item, "finish");
  return item;
}

/** A motion on an item, with what this body cannot decide alone said at once. */
export const applyMove: Apply<"move"> = async ({ db }, room, { id, command }) => {
  const item = getItem(room, command.itemId);
  getNextItem(item, "decide");
  if (room.motions.some(({ state }) => state === "proposed")) throw errors.motionOpen();
  const warnings = joinWarnings(findOwnWarnings(room.pack, command.text), item.warnings);
  const untold = { members: null, attending: null, yes: null, no: null, abstain: null, invalid: null, base: null, arithmetic: null, votedAt: null };
  const named = { id, meetingId: room.meeting.id, itemId: item.id, text: command.text.trim(), state: "proposed", warnings };
  const motion: MotionRow = { ...named, ...untold, packId: room.pack.id, packVerified: null, way: null, pollId: null, casting: null };
  await db.insertInto("meetings_motion").values(motion).execute();
  return { motions: [...room.motions, motion] };
};

/** The motion, when no papers are out on it: its roll is frozen then, and hands or a word less would be a second result. Throws pollUnderWay. */
export async function getUnpolled(ctx: MeetingsContext, room: Room, motionId: string): Promise<MotionRow> {
  const motion = getProposed(room, motionId);
  if (await isOnPaper(ctx, room.meeting.id, motionId)) throw errors.pollUnderWay({}, "command.motionId");
  return motion;
}

/** It is not voted on: nobody wants it any more, its words were wrong, or too few are left. The reason stays in the record. Throws pollUnderWay. */
export const applyWithdrawMotion: Apply<"withdrawMotion"> = async (ctx, room, { command }) => {
  const motion = await getUnpolled(ctx, room, command.motionId);
  const state = getNextMotion(motion.state, "withdraw");
  await ctx.db.updateTable("meetings_motion").set({ state }).where("id", "=", motion.id).execute();
  return { motions: room.motions.map((one) => (one.id === motion.id ? { ...one, state } : one)) };
};

interface Shown {
  readonly motionId: string;
  readonly attending: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** The motion, when hands can be counted on it now: by its rules, quorum there, the head-count made anew and equal to the log's, a tally that can be. */
async function getVotable(ctx: MeetingsContext, room: Room, command: Shown): Promise<MotionRow> {
  const motion = await getUnpolled(ctx, room, command.motionId);
  const isByArea = room.pack.pass.measures.includes("area");
  if (isByArea || !room.pack.ways.includes("hands")) throw isByArea ? errors.ballotNeeded() : errors.noHandsHere();
  const { present, members } = checkQuorate(ctx, quorumOf(room, motion.id));
  if (command.attending !== present) throw errors.headCountDiffers({ counted: command.attending, listed: present }, "command.attending");
  if (findTallyProblem(command, { members, attending: present }))
    throw errors.moreVotesThanPresent({ votes: command.yes + command.no + command.abstain, present }, "command.yes");
  return motion;
}

/** The tally of a motion by hands, judged by the pack in whole numbers. */
export const applyVote: Apply<"vote"> = async (ctx, room, sent) => {
  const { yes, no, abstain, casting } = sent.command;
  const motion = await getVotable(ctx, room, sent.command);
  checkCasting(room, motion.id, sent.command);
  const { members, present: attending } = quorumOf(room, motion.id);
  const { isAdopted, base, arithmetic } = judgeMotion(room.pack, { yes, no, abstain }, { members, attending }, casting);
  return decide(ctx, room, motion, sent, {
    members,
    attending,
    yes,
    no,
    abstain,
    base,
    arithmetic,
    isAdopted,
    ...(casting && { casting }),
    way: "hands",
    pollId: null,
  });
};

/** The result of the papers on a motion, once they are counted. */
export const applyCountPoll: Apply<"countPoll"> = async (ctx, room, sent) => {
  const { motionId, pollId } = sent.command;
  const motion = getProposed(room, motionId);
  const poll = await findPoll(ctx.db, pollId);
  if (poll?.motionId !== motionId) throw errors.pollUnknown({}, "command.pollId");
  if (poll.state !== "closed" || poll.result === null) throw errors.pollNotCounted({}, "command.pollId");
  const { heads, base, arithmetic, isAdopted } = poll.result;
  const { members, attending, yes, no, abstain, invalid } = heads;
  return decide(ctx, room, motion, sent, { members, attending, yes, no, abstain, invalid, base, arithmetic, isAdopted, way: "ballot", pollId });
};
