import { findPoll, type PollRow } from "../cast-ballots/poll.repository.js";
import { findMeeting, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsDb } from "../plugin.js";

/** Waits until nobody else writes to a meeting and gives it as they left it: PostgreSQL locks a row that is written to, SQLite has one writer anyway. */
export async function takeMeetingTurn(db: MeetingsDb, id: string): Promise<MeetingRow> {
  await db
    .updateTable("meetings_meeting")
    .set((row) => ({ calendarSequence: row.ref("calendarSequence") }))
    .where("id", "=", id)
    .execute();
  return (await findMeeting(db, id))!;
}

/** As `takeMeetingTurn`, for a vote: no ballot is taken while it is closed, and none of a unit while another of it is. */
export async function takePollTurn(db: MeetingsDb, id: string): Promise<PollRow> {
  await db
    .updateTable("meetings_poll")
    .set((row) => ({ state: row.ref("state") }))
    .where("id", "=", id)
    .execute();
  return (await findPoll(db, id))!;
}
