import { findPoll, type PollRow } from "../cast-ballots/poll.repository.js";
import { findChainRow, type ChainRow } from "../follow-steps/chain.repository.js";
import { findMeeting, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";

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

/** As `takeMeetingTurn`, for required steps: whoever judges them sees every step that was written down. */
export async function takeChainTurn(db: MeetingsDb, id: string): Promise<ChainRow> {
  await db
    .updateTable("meetings_chain")
    .set((row) => ({ stoppedReason: row.ref("stoppedReason") }))
    .where("id", "=", id)
    .execute();
  return (await findChainRow(db, id))!;
}

type Change<Row, A extends readonly unknown[], R> = (ctx: MeetingsContext, row: Row, ...more: A) => Promise<R>;
const inTurn =
  <Row extends { readonly id: string }>(take: (db: MeetingsDb, id: string) => Promise<Row>) =>
  <A extends readonly unknown[], R>(change: Change<Row, A, R>): Change<Row, A, R> =>
  async (ctx, { id }, ...more) =>
    change(ctx, await take(ctx.db, id), ...more);

/** Whoever changes a meeting, a vote or required steps comes one after the other, and finds it as the one before left it. */
export const inMeetingTurn = inTurn(takeMeetingTurn);
export const inPollTurn = inTurn(takePollTurn);
export const inChainTurn = inTurn(takeChainTurn);
