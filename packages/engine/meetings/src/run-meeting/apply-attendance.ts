import { cutOffsNow } from "../compile-list/compile-list.js";
import { errors } from "../errors.js";
import { moveMeeting } from "../keep-state/move-meeting.js";
import { dayOf, tellDay } from "../tell-time/tell-time.js";
import type { Apply } from "./apply-command.js";
import { isThere } from "./live-meeting.js";
import { checkQuorate, quorumOf, type Room } from "./meeting-room.js";

function checkInvited({ invitees }: Room, inviteeId: string): void {
  if (!invitees.some(({ id }) => id === inviteeId)) throw errors.inviteeUnknown({}, "command.inviteeId");
}

/** Somebody on the list is in the room; on the meeting's day only. */
export const applyCheckIn: Apply<"checkIn"> = async (ctx, room, { command, at }) => {
  checkInvited(room, command.inviteeId);
  const day = dayOf(room.meeting.startsAt!, ctx.clock.zone);
  const on = dayOf(at, ctx.clock.zone);
  if (on !== day) throw on < day ? errors.tooEarly({ day: tellDay(day) }, "at") : errors.tooLate({ day: tellDay(day) }, "at");
  if (isThere(room.live, command.inviteeId)) throw errors.alreadyThere({}, "command.inviteeId");
  return room.meeting.state === "in_session" ? {} : { meeting: await moveMeeting(ctx, room.meeting, "checkIn") };
};

export const applyLeave: Apply<"leave"> = async (_, room, { command, at }) => {
  checkInvited(room, command.inviteeId);
  const stay = room.live.stays.get(command.inviteeId)?.at(-1);
  if (stay?.to !== null || at < stay.from) throw errors.notThere({}, "command.inviteeId");
  return {};
};

/** The chair opens a meeting that has its quorum; whose hand does it here keeps the record. An assignment meeting called by hand counts the ledger from here. */
export const applyOpen: Apply<"open"> = async (ctx, room) => {
  checkQuorate(ctx, quorumOf(room));
  const { recorderId, type, listCutOff, bodyId } = room.meeting;
  const cutOffs = type === "assignment" && listCutOff === null ? await cutOffsNow(ctx, bodyId) : {};
  return { meeting: await moveMeeting(ctx, room.meeting, "open", { recorderId: recorderId ?? ctx.actor.personId, ...cutOffs }) };
};

/** Too few came (流会): nothing is decided, and the meeting can be called anew. */
export const applyInquorate: Apply<"findInquorate"> = async (ctx, room) => {
  const { isQuorate, present, need } = quorumOf(room);
  if (isQuorate) throw errors.quorumThere({ present, need });
  return { meeting: await moveMeeting(ctx, room.meeting, "findInquorate") };
};
