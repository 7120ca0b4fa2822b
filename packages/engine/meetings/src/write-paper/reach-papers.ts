import { bound } from "@lianxin/plugin-kit";
import type { MeetingsContext } from "../plugin.js";
import { showMinutesDraft } from "../write-minutes/minutes-draft.js";
import { describeMinutes } from "./describe-minutes.js";
import { describeRecord } from "./describe-record.js";
import { writeAgendaSheet, writeBallots, writeSignIn, writeSlip, writeTally } from "./print-sheets.js";
import { addText, currentTexts } from "./texts.js";
import { writeDueDates } from "./write-due-dates.js";

/** What handlers reach of the papers of a meeting and the texts in them. */
export const papersOf = (ctx: MeetingsContext) => ({
  ...bound(ctx, {
    minutes: describeMinutes,
    minutesDraft: showMinutesDraft,
    record: describeRecord,
    agenda: writeAgendaSheet,
    signIn: writeSignIn,
    ballots: writeBallots,
    tally: writeTally,
    slip: writeSlip,
    dueDates: writeDueDates,
    addText,
  }),
  texts: (meetingId: string) => currentTexts(ctx.db, meetingId),
});
