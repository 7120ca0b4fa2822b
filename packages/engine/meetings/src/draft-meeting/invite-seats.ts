import { inviteesOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { seatsOf } from "../set-up-body/body.repository.js";
import { dayOf } from "../tell-time/tell-time.js";

export const unasked = {
  rsvp: "unanswered",
  rsvpAt: null,
  rsvpBy: null,
  substituteId: null,
  mailedAt: null,
  toldBy: null,
  toldOn: null,
  toldById: null,
} as const;

/** Everybody who holds a seat of the body on a day is asked, in the order of the seats. */
export async function inviteSeats({ db, newId }: MeetingsContext, meetingId: string, bodyId: string, day: string): Promise<void> {
  const rows = (await seatsOf(db, bodyId, day)).map(({ personId, partyId, partyName, kind, marks }, position) => ({
    ...{ id: newId(), meetingId, personId, partyId, partyName, kind, position, marks },
    ...unasked,
  }));
  if (rows.length > 0) await db.insertInto("meetings_invitee").values(rows).execute();
}

/**
 * Who votes is who holds a seat on the meeting's day, frozen when it is announced: seats that ended or were given since it was prepared are taken over; guests
 * stay, but for one who has a seat now.
 */
export async function renewSeats(ctx: MeetingsContext, { id, bodyId, startsAt }: MeetingRow): Promise<void> {
  const { db, clock } = ctx;
  const guests = (await inviteesOf(db, id)).filter(({ partyId }) => partyId === null);
  await db.deleteFrom("meetings_invitee").where("meetingId", "=", id).execute();
  await inviteSeats(ctx, id, bodyId, dayOf(startsAt!, clock.zone));
  const seated = await inviteesOf(db, id);
  const taken = new Set(seated.map(({ personId }) => personId));
  const rows = guests.filter(({ personId }) => !taken.has(personId)).map((guest, n) => ({ ...guest, position: seated.length + n }));
  if (rows.length > 0) await db.insertInto("meetings_invitee").values(rows).execute();
}
