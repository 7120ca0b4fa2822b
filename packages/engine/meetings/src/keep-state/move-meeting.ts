import { errors } from "../errors.js";
import { findMeeting, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingState } from "../meetings.js";
import type { MeetingsContext } from "../plugin.js";
import type { MeetingMove } from "./machines.js";
import { getNextMeeting } from "./take-steps.js";

export type MeetingChanges = Partial<Omit<MeetingRow, "id" | "state" | "placePath" | "bodyId">>;

/** The stage after a move; throws stateWrong when the meeting's stage does not allow it. */
export const getNextState = (ctx: Pick<MeetingsContext, "text">, meeting: MeetingRow, move: MeetingMove): MeetingState =>
  getNextMeeting(ctx, meeting.state, move);

/** Takes a meeting one step on and writes it down; throws stateWrong, also when its stage is another one meanwhile. Gives the meeting as it is then. */
export async function moveMeeting(ctx: MeetingsContext, meeting: MeetingRow, move: MeetingMove, changes: MeetingChanges = {}): Promise<MeetingRow> {
  const moved = { ...meeting, ...changes, state: getNextState(ctx, meeting, move) };
  const { numUpdatedRows } = await ctx.db
    .updateTable("meetings_meeting")
    .set({ ...changes, state: moved.state })
    .where("id", "=", meeting.id)
    .where("state", "=", meeting.state)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) {
    const now = (await findMeeting(ctx.db, meeting.id)) ?? meeting;
    throw errors.stateWrong({ state: ctx.text(`meetings.state.${now.state}`), move: ctx.text(`meetings.move.${move}`) });
  }
  if (moved.state !== meeting.state || move !== "checkIn") ctx.audit(move, meeting.id, { from: meeting.state, to: moved.state });
  return moved;
}
