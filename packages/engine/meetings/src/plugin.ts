import { commitments } from "@lianxin/commitments";
import { directory } from "@lianxin/directory";
import { matters } from "@lianxin/matters";
import { definePlugin, event, provides, type DatabaseOf, type HandlerContext, type PluginContext, type PluginDb } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import type { Meetings } from "./meetings.js";
import { zhCN } from "./messages/zh-CN.js";
import { body, counter, party, seat } from "./tables/body.js";
import { agendaItem, answerKey, invitee, meeting } from "./tables/meeting.js";
import { material } from "./tables/material.js";
import { plan } from "./tables/plan.js";
import { objection, publicNotice } from "./tables/notice.js";
import { matterRedaction, redaction } from "./tables/redaction.js";
import { settledRefusal } from "./tables/settled.js";
import { command, decision, motion, text, told } from "./tables/record.js";
import { poll, pollBallot, pollBox, pollUnit } from "./tables/poll.js";
import { bodyPack, ownPack } from "./tables/rules.js";
import { occurrence, series } from "./tables/series.js";
import { chain, chainStep } from "./tables/steps.js";
import { v1Decision, v1Meeting } from "./tables/views.js";

export type { MeetingCard, Meetings, MeetingState, SeatKind } from "./meetings.js";

const Text = Type.String();

/** Bodies and their seats, convening, the meeting room, decisions with their arithmetic, minutes. */
export const meetings = definePlugin({
  id: "meetings",
  engine: "^0.1.0",
  dependsOn: [directory, matters, commitments],
  tables: {
    body,
    party,
    seat,
    counter,
    meeting,
    agendaItem,
    invitee,
    answerKey,
    command,
    motion,
    decision,
    text,
    told,
    publicNotice,
    objection,
    redaction,
    matterRedaction,
    settledRefusal,
    material,
    plan,
    ownPack,
    bodyPack,
    poll,
    pollUnit,
    pollBallot,
    pollBox,
    chain,
    chainStep,
    series,
    occurrence,
  },
  views: { v1_meeting: v1Meeting, v1_decision: v1Decision },
  provides: provides<Meetings>(),
  permissions: { see: "看会议", record: "记会议", checkIn: "签到", convene: "召集会议", chair: "主持会议", arrange: "定议事机构", publish: "公示纪要" },
  events: {
    noticed: event(1, Type.Object({ meetingId: Text, sequence: Type.Integer() })),
    cancelled: event(1, Type.Object({ meetingId: Text })),
    effectChanged: event(1, Type.Object({ meetingId: Text, decisionId: Text, effect: Text })),
    polled: event(1, Type.Object({ pollId: Text, isAdopted: Type.Boolean() })),
    decided: event(1, Type.Object({ meetingId: Text, decisionId: Text, itemId: Text })),
    closed: event(1, Type.Object({ meetingId: Text, decisions: Type.Integer(), parts: Type.Integer() })),
    posted: event(1, Type.Object({ meetingId: Text, noticeId: Text })),
    objected: event(1, Type.Object({ meetingId: Text, noticeId: Text })),
  },
  purposes: { invite: "把会议写进本人的日历" },
  /** Who the calendar entries name as organizer; without an address they name nobody. */
  config: Type.Object({ organizerMail: Type.String({ default: "", maxLength: 200 }) }),
  messages: zhCN,
});

export type MeetingsDatabase = DatabaseOf<typeof meetings>;
export type MeetingsDb = PluginDb<typeof meetings>;
export type MeetingsContext = PluginContext<typeof meetings>;
export type MeetingsHandler = HandlerContext<typeof meetings, unknown>;
