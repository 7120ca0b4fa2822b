import { placeMeeting, type ChosenSlot } from "../draft-meeting/choose-slot.js";
import { errors } from "../errors.js";
import { renewSeats } from "../draft-meeting/invite-seats.js";
import { inviteesOf, itemsOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { getNextState, moveMeeting } from "../keep-state/move-meeting.js";
import type { MeetingsContext } from "../plugin.js";
import { dayOf, tellDay, tellForNotice } from "../tell-time/tell-time.js";
import { giveNumber } from "./give-number.js";
import { sendInvitations } from "./send-invitations.js";
import { writeToSubstitutes } from "./write-to-substitutes.js";

/** Keeps when and where for a draft; throws stateWrong and what placeMeeting throws. */
export async function chooseSlot(ctx: MeetingsContext, meeting: MeetingRow, slot: ChosenSlot): Promise<MeetingRow> {
  getNextState(ctx, meeting, "announce");
  const placed = await placeMeeting(ctx, meeting, slot);
  await ctx.db.updateTable("meetings_meeting").set(placed).where("id", "=", meeting.id).execute();
  return { ...meeting, ...placed };
}

/** Throws noticeLate when the last day for the notice is past and nobody says why it must be so soon. */
function checkNotice({ clock }: MeetingsContext, postBy: string | null, lateReason: string | undefined): void {
  if (postBy !== null && clock.today() > postBy && !lateReason?.trim()) throw errors.noticeLate({ day: tellDay(postBy) }, "body.lateReason");
}

/** "9月9日（周三）15:00—16:30，二楼议事厅": for whoever raised what is on the agenda. */
const tellWhen = ({ clock }: MeetingsContext, { startsAt, endsAt, venueName }: MeetingRow): string =>
  [tellForNotice(startsAt!, endsAt!, clock.zone), venueName].filter(Boolean).join("，");

/** Announces a draft: number, notice, calendar entries, matters scheduled. Before this nobody was told anything. */
export async function publishMeeting(
  ctx: MeetingsContext,
  meeting: MeetingRow,
  { lateReason }: { readonly lateReason?: string | undefined },
): Promise<{ meeting: MeetingRow; mailed: number }> {
  const { db, clock, use, publish } = ctx;
  getNextState(ctx, meeting, "announce");
  const items = await itemsOf(db, meeting.id);
  if (items.length === 0) throw errors.agendaNeeded();
  if (!meeting.startsAt || !meeting.venueName) throw errors.timeNeeded();
  if (meeting.startsAt <= clock.now()) throw errors.timePast();
  checkNotice(ctx, meeting.postBy, lateReason);
  const year = Number(dayOf(meeting.startsAt, clock.zone).slice(0, 4));
  await use.matters.schedule(
    items.flatMap(({ matterId }) => matterId ?? []),
    meeting.id,
    tellWhen(ctx, meeting),
  );
  await renewSeats(ctx, meeting);
  const serial = await giveNumber(db, meeting.bodyId, year);
  const announced = await moveMeeting(ctx, meeting, "announce", { year, serial, lateReason: lateReason?.trim() || null, noticedAt: clock.now() });
  publish("noticed", meeting.id, { meetingId: meeting.id, sequence: announced.calendarSequence });
  return { meeting: announced, mailed: await sendInvitations(ctx, announced, "invite") };
}

/** Once more to those who have not answered, at most once a day each; who answered hears nothing. Throws stateWrong. */
export async function remindUnanswered(ctx: MeetingsContext, meeting: MeetingRow): Promise<{ mailed: number; unanswered: number }> {
  const { text, audit, db } = ctx;
  if (meeting.state !== "noticed") throw errors.stateWrong({ state: text(`meetings.state.${meeting.state}`), move: text("meetings.move.tell") });
  const unanswered = (await inviteesOf(db, meeting.id)).filter(({ rsvp }) => rsvp === "unanswered").length;
  const mailed = await sendInvitations(ctx, meeting, "remind");
  audit("remind", meeting.id, { mailed, unanswered });
  return { mailed, unanswered };
}

/** Moves an announced meeting: the same calendar entry with the next SEQUENCE, answers asked anew. */
export async function rescheduleMeeting(
  ctx: MeetingsContext,
  meeting: MeetingRow,
  slot: ChosenSlot & { readonly lateReason?: string | undefined },
): Promise<{ meeting: MeetingRow; mailed: number }> {
  getNextState(ctx, meeting, "reschedule");
  const placed = await placeMeeting(ctx, meeting, slot);
  checkNotice(ctx, placed.postBy, slot.lateReason);
  const anew = { calendarSequence: meeting.calendarSequence + 1, movedAt: ctx.clock.now(), postedOn: null, postedWhere: null };
  const changes = { ...placed, ...anew, lateReason: slot.lateReason?.trim() || null };
  const moved = await moveMeeting(ctx, meeting, "reschedule", changes);
  await writeToSubstitutes(ctx, { ...meeting, calendarSequence: moved.calendarSequence }, await inviteesOf(ctx.db, meeting.id), "released");
  const afresh = { rsvp: "unanswered", rsvpAt: null, rsvpBy: null, substituteId: null, toldBy: null, toldOn: null, toldById: null, mailedAt: null };
  await ctx.db.updateTable("meetings_invitee").set(afresh).where("meetingId", "=", meeting.id).execute();
  for (const { matterId } of await itemsOf(ctx.db, meeting.id)) if (matterId) await ctx.use.matters.follow(matterId, "moved", tellWhen(ctx, moved));
  ctx.publish("noticed", meeting.id, { meetingId: meeting.id, sequence: moved.calendarSequence });
  return { meeting: moved, mailed: await sendInvitations(ctx, moved, "change") };
}

/** Calls a meeting off: its matters go back to the backlog, calendars drop it. A draft goes without a word to anyone. */
export async function cancelMeeting(ctx: MeetingsContext, meeting: MeetingRow, reason: string): Promise<{ mailed: number }> {
  const wasAnnounced = meeting.noticedAt !== null;
  const sequence = meeting.calendarSequence + (wasAnnounced ? 1 : 0);
  const cancelled = await moveMeeting(ctx, meeting, "cancel", { cancelReason: reason.trim(), calendarSequence: sequence });
  if (!wasAnnounced) return { mailed: 0 };
  for (const { matterId } of await itemsOf(ctx.db, meeting.id)) if (matterId) await ctx.use.matters.defer(matterId, meeting.id, reason);
  ctx.publish("cancelled", meeting.id, { meetingId: meeting.id });
  const sitting = await writeToSubstitutes(ctx, cancelled, await inviteesOf(ctx.db, meeting.id), "cancelled");
  return { mailed: sitting + (await sendInvitations(ctx, cancelled, "cancel")) };
}

/** Writes down when and where the notice was put up; throws postedTooEarly for a day to come, postedBefore for one before it was announced. */
export async function recordPosting(
  { db, clock, audit }: MeetingsContext,
  meeting: MeetingRow,
  { postedOn, postedWhere }: { readonly postedOn: string; readonly postedWhere: string },
): Promise<{ isInTime: boolean }> {
  if (meeting.noticedAt === null || postedOn > clock.today()) throw errors.postedTooEarly({}, "body.postedOn");
  const announcedOn = dayOf(meeting.noticedAt, clock.zone);
  if (postedOn < announcedOn) throw errors.postedBefore({ day: tellDay(announcedOn) }, "body.postedOn");
  await db.updateTable("meetings_meeting").set({ postedOn, postedWhere: postedWhere.trim() }).where("id", "=", meeting.id).execute();
  audit("recordPosting", meeting.id, { postedOn });
  return { isInTime: meeting.postBy === null || postedOn <= meeting.postBy };
}
