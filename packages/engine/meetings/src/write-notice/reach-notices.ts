import { bound } from "@lianxin/plugin-kit";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import { inMeetingTurn } from "../keep-state/take-turn.js";
import type { MeetingsContext } from "../plugin.js";
import { cancelMeeting, chooseSlot, publishMeeting, recordPosting, remindUnanswered, rescheduleMeeting } from "../publish-meeting/publish-meeting.js";
import { showNextSteps } from "../tell-people/next-steps.js";
import { callList } from "./call-list.js";
import { readNoticeFacts, writeNoticeGroupText, writeNoticePoster, writeNoticeSms } from "./write-notices.js";

/** What handlers reach of announcing and telling. */
export const noticesOf = (ctx: MeetingsContext) => ({
  ...bound(ctx, {
    chooseSlot: inMeetingTurn(chooseSlot),
    publish: inMeetingTurn(publishMeeting),
    reschedule: inMeetingTurn(rescheduleMeeting),
    remind: remindUnanswered,
    cancel: inMeetingTurn(cancelMeeting),
    recordPosting: inMeetingTurn(recordPosting),
    callList,
    nextSteps: showNextSteps,
  }),
  poster: async (meeting: MeetingRow) => writeNoticePoster(await readNoticeFacts(ctx, meeting), ctx.clock.zone),
  async texts(meeting: MeetingRow) {
    const facts = await readNoticeFacts(ctx, meeting);
    return { groupText: writeNoticeGroupText(facts, ctx.clock.zone), sms: writeNoticeSms(facts, ctx.clock.zone) };
  },
});
