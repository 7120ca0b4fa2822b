import { createHash } from "node:crypto";
import type { InviteeRow, MeetingRow } from "../find-meeting/meeting.repository.js";
import { findMeeting, inviteesOf } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";

const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex");

/** The address in a letter by which its reader answers without an account. Two ids hold 124 random bits; only the hash is kept. */
export async function addAnswerLink({ db, newId, clock, linkTo }: MeetingsContext, { id: inviteeId, meetingId }: InviteeRow): Promise<string> {
  const key = `${newId()}${newId()}`.replaceAll("-", "");
  await db
    .insertInto("meetings_answer_key")
    .values({ id: hashOf(key), meetingId, inviteeId, madeAt: clock.now() })
    .execute();
  return linkTo(`/meetings/answer?key=${key}`);
}

/** Whose letter a key came in, and for which announced meeting; undefined for a key that was never made. */
export async function findByKey(db: MeetingsDb, key: string): Promise<{ meeting: MeetingRow; invitee: InviteeRow } | undefined> {
  const row = await db.selectFrom("meetings_answer_key").selectAll().where("id", "=", hashOf(key)).executeTakeFirst();
  const meeting = row && (await findMeeting(db, row.meetingId));
  const invitee = row && (await inviteesOf(db, row.meetingId)).find(({ id }) => id === row.inviteeId);
  return meeting && invitee ? { meeting, invitee } : undefined;
}

export async function placeOfKey(db: MeetingsDb, key: string): Promise<{ path: string } | undefined> {
  const found = await findByKey(db, key);
  return found && { path: found.meeting.placePath };
}
