import { errors } from "../errors.js";
import { inviteesOf, itemsOf, type InviteeRow, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { takeMeetingTurn } from "../keep-state/take-turn.js";
import { tellTitles } from "../order-agenda/clock-agenda.js";
import type { MeetingsContext } from "../plugin.js";
import { readRoom } from "../run-meeting/meeting-room.js";
import { findBody } from "../set-up-body/body.repository.js";
import { getPackOf } from "../set-up-body/show-body.js";
import { dayOf } from "../tell-time/tell-time.js";
import { tellNumber } from "../write-notice/tell-number.js";
import { writeToSubstitutes } from "../publish-meeting/write-to-substitutes.js";
import { findByKey } from "./answer-keys.js";

export interface Answered {
  readonly answer: "coming" | "not_coming";
  /** Who comes instead; not said, who was named before stays named while the member does not come. */
  readonly substituteId?: string | undefined;
}

const answerable = new Set(["noticed", "checking_in"]);

/** Once it is in session only who is not there yet can still send somebody, entered by whoever keeps the record. */
async function checkOpen(ctx: MeetingsContext, meeting: MeetingRow, { id, personId }: InviteeRow): Promise<void> {
  const { actor, text } = ctx;
  if (answerable.has(meeting.state)) return;
  const wrong = errors.stateWrong({ state: text(`meetings.state.${meeting.state}`), move: text("meetings.move.answer") });
  const isEntered = actor.personId !== null && actor.personId !== personId;
  if (meeting.state !== "in_session" || !isEntered) throw wrong;
  if ((await readRoom(ctx, meeting)).live.stays.has(id)) throw errors.wasThere({}, "params.inviteeId");
}

async function checkSubstitute(ctx: MeetingsContext, meeting: MeetingRow, { id }: InviteeRow, { answer, substituteId }: Answered): Promise<string | null> {
  if (!substituteId) return null;
  const { db, use, clock } = ctx;
  const person = await use.directory.findPerson(substituteId);
  const invitees = await inviteesOf(db, meeting.id);
  if (!person || answer === "coming" || invitees.some(({ personId }) => personId === person.id)) throw errors.substituteWrong({}, "body.substituteId");
  const { delegation } = await getPackOf(db, (await findBody(db, meeting.bodyId))!, dayOf(meeting.startsAt!, clock.zone));
  const seats = invitees.filter((invitee) => invitee.substituteId === person.id && invitee.id !== id).length;
  if (delegation.isAllowed && delegation.most !== null && seats >= delegation.most)
    throw errors.tooManySeats({ name: person.fullName, most: delegation.most }, "body.substituteId");
  return person.id;
}

/** Who sits in now is told, and who need not any more. */
async function tellSubstitutes(ctx: MeetingsContext, meeting: MeetingRow, before: InviteeRow, substituteId: string | null): Promise<void> {
  if (before.substituteId === substituteId) return;
  await writeToSubstitutes(ctx, meeting, [before], "released");
  await writeToSubstitutes(ctx, meeting, [{ ...before, substituteId }], "asked");
}

/** Keeps an answer, by the invited person or entered for them; throws stateWrong, wasThere, substituteWrong, tooManySeats. */
export async function answerInvitation(ctx: MeetingsContext, { id }: MeetingRow, invitee: InviteeRow, answered: Answered): Promise<void> {
  const { db, clock, actor, audit } = ctx;
  const meeting = await takeMeetingTurn(db, id);
  await checkOpen(ctx, meeting, invitee);
  const before = (await inviteesOf(db, id)).find((one) => one.id === invitee.id)!;
  const kept = answered.answer === "not_coming" ? (answered.substituteId ?? before.substituteId ?? undefined) : answered.substituteId;
  const substituteId = await checkSubstitute(ctx, meeting, invitee, { ...answered, substituteId: kept });
  await db
    .updateTable("meetings_invitee")
    .set({ rsvp: answered.answer, rsvpAt: clock.now(), rsvpBy: actor.personId, substituteId })
    .where("id", "=", invitee.id)
    .execute();
  await tellSubstitutes(ctx, meeting, before, substituteId);
  audit("answer", invitee.id, { meetingId: meeting.id, answer: answered.answer, forId: invitee.personId });
}

/** Keeps the answer of whoever holds the letter with a key, and who sits in for them if somebody said so before; throws stateWrong, inviteeUnknown. */
export async function answerByKey(ctx: MeetingsContext, key: string, answer: Answered["answer"]): Promise<void> {
  const found = await findByKey(ctx.db, key);
  if (!found) throw errors.inviteeUnknown({}, "body.key");
  await answerInvitation(ctx, found.meeting, found.invitee, { answer });
}

/** What the letter with a key asks its reader to; throws inviteeUnknown. */
export async function showInvitation({ db }: MeetingsContext, key: string) {
  const found = await findByKey(db, key);
  if (!found) throw errors.inviteeUnknown({}, "params.key");
  const { meeting, invitee } = found;
  const { title, state, startsAt, endsAt, venueName } = meeting;
  const items = tellTitles(await itemsOf(db, meeting.id));
  return { title, number: tellNumber(meeting), state, startsAt: startsAt!, endsAt: endsAt!, venueName: venueName ?? "", items, rsvp: invitee.rsvp };
}

/** The invitation of the person asking; throws notInvited. */
export async function getOwnInvitee({ db, actor }: MeetingsContext, meetingId: string): Promise<InviteeRow> {
  const invitee = (await inviteesOf(db, meetingId)).find(({ personId }) => personId === actor.personId);
  if (!invitee) throw errors.notInvited();
  return invitee;
}

/** Is the person asking on the list, for themselves or for a member? Throws notInvited. */
export async function checkAsked({ db, actor }: MeetingsContext, meetingId: string): Promise<void> {
  const isAsked = (await inviteesOf(db, meetingId)).some(({ personId, substituteId }) => [personId, substituteId].includes(actor.personId));
  if (actor.personId === null || !isAsked) throw errors.notInvited();
}

export async function getInvitee({ db }: MeetingsContext, meetingId: string, inviteeId: string): Promise<InviteeRow> {
  const invitee = (await inviteesOf(db, meetingId)).find(({ id }) => id === inviteeId);
  if (!invitee) throw errors.inviteeUnknown({}, "params.inviteeId");
  return invitee;
}

/** Ticks off who was told and how; throws inviteeUnknown, and stateWrong before the meeting is announced. */
export async function recordTold(
  ctx: MeetingsContext,
  meeting: MeetingRow,
  { inviteeIds, by }: { readonly inviteeIds: readonly string[]; readonly by: string },
): Promise<number> {
  const { db, clock, actor, text, audit } = ctx;
  if (!answerable.has(meeting.state)) throw errors.stateWrong({ state: text(`meetings.state.${meeting.state}`), move: text("meetings.move.tell") });
  const known = new Set((await inviteesOf(db, meeting.id)).map(({ id }) => id));
  const stranger = inviteeIds.findIndex((id) => !known.has(id));
  if (stranger >= 0) throw errors.inviteeUnknown({}, `body.inviteeIds.${stranger}`);
  await db.updateTable("meetings_invitee").set({ toldBy: by, toldOn: clock.today(), toldById: actor.personId }).where("id", "in", inviteeIds).execute();
  audit("tell", meeting.id, { count: inviteeIds.length, by });
  return (await inviteesOf(db, meeting.id)).filter(({ toldBy }) => toldBy !== null).length;
}
