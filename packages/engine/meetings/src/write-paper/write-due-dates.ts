import { writeFeed, type CalendarEvent } from "@lianxin/documents";
import { itemsOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { showParts } from "../run-meeting/show-parts.js";
import { addMinutes, instantOf } from "../tell-time/tell-time.js";

/** The due dates of a meeting's commitments as a calendar: one entry at nine on each day, named after what and which unit; what was put off has none. */
export async function writeDueDates(ctx: MeetingsContext, meeting: MeetingRow): Promise<string> {
  const { clock, text } = ctx;
  const parts = (await showParts(ctx, meeting.id, await itemsOf(ctx.db, meeting.id))).filter(({ owner, deferred }) => owner !== null && deferred === null);
  const events = parts.map(({ id, title, standard, owner }): CalendarEvent => {
    const startsAt = instantOf(`${owner!.dueOn}T09:00`, clock.zone);
    const named = { title: text("meetings.due.title", { title, lead: owner!.organization }, "zh-CN"), place: "", description: standard };
    return { uid: `${id}@lianxin`, sequence: 0, startsAt, endsAt: addMinutes(startsAt, 30), zone: clock.zone, ...named, attendees: [], reminderMinutes: 1440 };
  });
  return writeFeed({ name: meeting.title, stamp: clock.now(), events });
}
