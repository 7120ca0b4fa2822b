import { errors } from "../errors.js";
import type { Apply } from "../run-meeting/apply-command.js";
import { getItem } from "../run-meeting/meeting-room.js";
import { findBody } from "../set-up-body/body.repository.js";
import { dayOf } from "../tell-time/tell-time.js";

/** What somebody says at an evening talk (社区夜话) becomes a matter with a day to answer by; answered on the spot, it is settled at once. */
export const applyRemark: Apply<"remark"> = async (ctx, room, { id, command, at }) => {
  const { meeting, invitees } = room;
  if (meeting.type !== "evening_talk") throw errors.notATalk({ type: ctx.text(`meetings.type.${meeting.type}`) }, "command.kind");
  getItem(room, command.itemId);
  const speaker = invitees.find(({ id }) => id === command.inviteeId);
  if (command.inviteeId && !speaker) throw errors.inviteeUnknown({}, "command.inviteeId");
  const { placeId } = (await findBody(ctx.db, meeting.bodyId))!;
  const saidBy = speaker ? (speaker.substituteId ?? speaker.personId) : null;
  const remark = { id, title: command.words.trim(), placeId, saidBy, ...(command.answer?.trim() && { answer: command.answer.trim() }) };
  await ctx.use.matters.raiseRemarks(meeting.id, dayOf(meeting.startsAt ?? at, ctx.clock.zone), [remark]);
  return {};
};
