import { writeMinutes, writeRecord } from "@lianxin/documents";
import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Id, Nothing, oneOf } from "../shapes.js";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const page = "text/html; charset=utf-8";

export const downloadMinutes = route("GET /meetings/:meetingId/minutes.docx", {
  summary: "The minutes as a document, in the plain layout or that of official papers",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  query: Type.Object({ layout: Type.Optional(oneOf(["plain", "gbt9704"] as const)) }),
  returns: Nothing,
  handle: async ({ params, query, services }) => ({
    file: "会议纪要.docx",
    type: docx,
    body: await writeMinutes(await services.papers.minutes((await services.meetings.find(params.meetingId))!, query.layout)),
  }),
});

export const downloadRecord = route("GET /meetings/:meetingId/record.docx", {
  summary: "The record to be signed, with who came and left when",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "会议记录.docx",
    type: docx,
    body: await writeRecord(await services.papers.record((await services.meetings.find(params.meetingId))!)),
  }),
});

export const printSignIn = route("GET /meetings/:meetingId/sign-in-sheet", {
  summary: "The list to sign at the door, as a page to print",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "签到表.html",
    type: page,
    body: await services.papers.signIn((await services.meetings.find(params.meetingId))!),
  }),
});

export const printAgenda = route("GET /meetings/:meetingId/agenda-sheet", {
  summary: "The agenda with the time of each item, as a page to print",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "议程单.html",
    type: page,
    body: await services.papers.agenda((await services.meetings.find(params.meetingId))!),
  }),
});

export const printBallots = route("GET /meetings/:meetingId/ballots", {
  summary: "Voting papers for a motion, as a page to print",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.announcedPlaceOf(params.meetingId))!,
  query: Type.Object({ motionId: Id }),
  returns: Nothing,
  handle: async ({ params, query, services }) => ({
    file: "表决票.html",
    type: page,
    body: await services.papers.ballots((await services.meetings.find(params.meetingId))!, query.motionId),
  }),
});

export const printTally = route("GET /meetings/:meetingId/tally-sheet", {
  summary: "The sheet to count votes on, as a page to print",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "计票表.html",
    type: page,
    body: await services.papers.tally((await services.meetings.find(params.meetingId))!),
  }),
});

export const printSlip = route("GET /meetings/:meetingId/parts/:partId/claim-slip", {
  summary: "The slip of a claimed part in two copies, as a page to print",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "任务认领书.html",
    type: page,
    body: await services.papers.slip((await services.meetings.find(params.meetingId))!, params.partId),
  }),
});

export const downloadDueDates = route("GET /meetings/:meetingId/due-dates.ics", {
  summary: "The due dates of the meeting's commitments as a calendar",
  may: meetings.permissions.see,
  at: async ({ params, services }) => (await services.meetings.announcedPlaceOf(params.meetingId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "完成时限.ics",
    type: "text/calendar; charset=utf-8",
    body: await services.papers.dueDates((await services.meetings.find(params.meetingId))!),
  }),
});
