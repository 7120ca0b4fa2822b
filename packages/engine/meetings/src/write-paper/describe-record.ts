import type { MinutesPaper } from "@lianxin/documents";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { readRoom } from "../run-meeting/meeting-room.js";
import { tellTime } from "../tell-time/tell-time.js";
import { describeMinutes } from "./describe-minutes.js";

/** The record to be signed (会议记录): the minutes with who came and left when, and room for the signatures of those who were there. */
export async function describeRecord(ctx: MeetingsContext, meeting: MeetingRow): Promise<MinutesPaper> {
  const { clock, use, text } = ctx;
  const minutes = await describeMinutes(ctx, meeting);
  const { invitees, live } = await readRoom(ctx, meeting);
  const names = await use.directory.namesOf(invitees.map(({ personId }) => personId));
  const stays = invitees.flatMap(({ id, personId }) =>
    (live.stays.get(id) ?? []).map(({ from, to }) =>
      text(
        to ? "meetings.record.stay" : "meetings.record.came",
        { name: names.get(personId) ?? "", from: tellTime(from, clock.zone), to: to ? tellTime(to, clock.zone) : "" },
        "zh-CN",
      ),
    ),
  );
  const attendance = { title: text("meetings.record.attendance", {}, "zh-CN"), explanation: "", opinions: stays, decisions: [] };
  return {
    ...minutes,
    title: minutes.title.replace(/会议纪要$/, "会议记录"),
    items: [attendance, ...minutes.items],
    signatures: [...minutes.signatures, "到会代表"],
  };
}
