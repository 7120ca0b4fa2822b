import { errors } from "../errors.js";
import { getUnpolled } from "./apply-vote.js";
import { decide } from "./decide-motion.js";
import type { Apply } from "./apply-command.js";
import { isThere, type LiveMotion } from "./live-meeting.js";
import { checkQuorate, getProposed, quorumOf, type Room } from "./meeting-room.js";

const liveOf = ({ live }: Room, motionId: string): LiveMotion => live.motions.find(({ id }) => id === motionId)!;

const isRecused = (room: Room, motionId: string, id: string): boolean => liveOf(room, motionId).recused.some(({ inviteeId }) => inviteeId === id);

function checkVoter(room: Room, inviteeId: string): void {
  const invitee = room.invitees.find(({ id }) => id === inviteeId);
  if (invitee?.kind !== "voting") throw errors.inviteeUnknown({}, "command.inviteeId");
}

/** A member steps aside (回避) for one motion: not in its base, not in its quorum. */
export const applyRecuse: Apply<"recuse"> = async (ctx, room, { command }) => {
  await getUnpolled(ctx, room, command.motionId);
  checkVoter(room, command.inviteeId);
  if (isRecused(room, command.motionId, command.inviteeId)) throw errors.alreadyRecused({}, "command.inviteeId");
  return {};
};

/** Entered by mistake: a member who was to step aside votes again. */
export const applyEndRecusal: Apply<"endRecusal"> = async (ctx, room, { command }) => {
  await getUnpolled(ctx, room, command.motionId);
  if (!isRecused(room, command.motionId, command.inviteeId)) throw errors.notRecused({}, "command.inviteeId");
  return {};
};

/** Somebody there is against deciding without a vote; not who steps aside. */
export const applyObject: Apply<"object"> = async (_, room, { command }) => {
  getProposed(room, command.motionId);
  checkVoter(room, command.inviteeId);
  if (!isThere(room.live, command.inviteeId)) throw errors.notThere({}, "command.inviteeId");
  if (isRecused(room, command.motionId, command.inviteeId)) throw errors.alreadyRecused({}, "command.inviteeId");
  return {};
};

export const applyAnswerObjection: Apply<"answerObjection"> = async (_, room, { command }) => {
  const motion = room.live.motions.find(({ objections }) => objections.some(({ id }) => id === command.objectionId));
  if (!motion) throw errors.objectionUnknown({}, "command.objectionId");
  getProposed(room, motion.id);
  return {};
};

/** Adopted without a vote, because nobody there who may vote is against it (无异议通过); objections that were withdrawn stay in the record with their answers. */
export const applyConsent: Apply<"consent"> = async (ctx, room, sent) => {
  const { motionId, attending } = sent.command;
  const motion = await getUnpolled(ctx, room, motionId);
  if (!room.pack.ways.includes("consent")) throw errors.noConsentHere();
  const standing = liveOf(room, motionId).objections.filter(({ isWithdrawn, inviteeId }) => !isWithdrawn && !isRecused(room, motionId, inviteeId)).length;
  if (standing > 0) throw errors.objectionStands({ count: standing }, "command.motionId");
  const { present, members } = checkQuorate(ctx, quorumOf(room, motionId));
  if (present === 0) throw errors.notQuorate({ present, need: 1 });
  if (attending !== present) throw errors.headCountDiffers({ counted: attending, listed: present }, "command.attending");
  const arithmetic = ctx.text("meetings.tally.consentShort", { present }, "zh-CN");
  const counted = { members, attending: present, yes: present, no: 0, abstain: 0, base: present, arithmetic };
  return decide(ctx, room, motion, sent, { ...counted, isAdopted: true, way: "consent", pollId: null });
};
