import { findMeeting, upcomingAt, type MeetingRow } from "./find-meeting/meeting.repository.js";
import type { MeetingCard, Meetings, MeetingState } from "./meetings.js";
import type { MeetingsContext } from "./plugin.js";
import { tellNumber } from "./write-notice/tell-number.js";

const cardOf = (meeting: MeetingRow): MeetingCard => {
  const { id, title, type, state, placePath, startsAt, endsAt, venueName } = meeting;
  return { id, number: tellNumber(meeting), title, type, state: state as MeetingState, placePath, startsAt, endsAt, venueName };
};

/** What meetings provides to other plugins, on their own connection. */
export const answerOthers = ({ db }: MeetingsContext): Meetings => ({
  async findMeeting(id) {
    const row = await findMeeting(db, id);
    return row && cardOf(row);
  },
  upcomingAt: async (path, from) => (await upcomingAt(db, path, from)).map(cardOf),
});
