import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Day, Id, Line, LocalTime, Minutes, orNull, Text, Words } from "../shapes.js";
import { tellNumber } from "../write-notice/tell-number.js";

const Slot = { startsAt: LocalTime, minutes: Type.Optional(Minutes), venueId: Type.Optional(Id), placeText: Type.Optional(Line) };
const Told = Type.Object({ id: Text, number: orNull(Text), state: Text, startsAt: Text, endsAt: Text, postBy: orNull(Text), mailed: Count });

export const chooseSlotRoute = route("PUT /meetings/:meetingId/slot", {
  summary: "Choose when and where; nobody is told",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object(Slot),
  returns: Type.Object({ startsAt: Text, endsAt: Text, venueName: Text, postBy: orNull(Text), isLate: Type.Boolean() }),
  async handle({ params, body, services, clock }) {
    const { startsAt, endsAt, venueName, postBy } = await services.notices.chooseSlot((await services.meetings.find(params.meetingId))!, body);
    return { startsAt: startsAt!, endsAt: endsAt!, venueName: venueName!, postBy, isLate: postBy !== null && clock.today() > postBy };
  },
});

export const publishMeetingRoute = route("POST /meetings/:meetingId/publication", {
  summary: "Announce the meeting: number, notice, calendar entries to those with a mail address",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ lateReason: Type.Optional(Words) }),
  returns: Told,
  async handle({ params, body, services }) {
    const { meeting, mailed } = await services.notices.publish((await services.meetings.find(params.meetingId))!, body);
    return {
      id: meeting.id,
      number: tellNumber(meeting),
      state: meeting.state,
      startsAt: meeting.startsAt!,
      endsAt: meeting.endsAt!,
      postBy: meeting.postBy,
      mailed,
    };
  },
});

export const remindRoute = route("POST /meetings/:meetingId/reminders", {
  summary: "Ask those once more who have not answered; who answered hears nothing",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({ mailed: Count, unanswered: Count }),
  handle: async ({ params, services }) => services.notices.remind((await services.meetings.find(params.meetingId))!),
});

export const rescheduleRoute = route("POST /meetings/:meetingId/rescheduling", {
  summary: "Move an announced meeting; calendars follow, answers are asked anew",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ ...Slot, lateReason: Type.Optional(Words) }),
  returns: Told,
  async handle({ params, body, services }) {
    const { meeting, mailed } = await services.notices.reschedule((await services.meetings.find(params.meetingId))!, body);
    return {
      id: meeting.id,
      number: tellNumber(meeting),
      state: meeting.state,
      startsAt: meeting.startsAt!,
      endsAt: meeting.endsAt!,
      postBy: meeting.postBy,
      mailed,
    };
  },
});

export const cancelRoute = route("POST /meetings/:meetingId/cancellation", {
  summary: "Call a meeting off with a reason",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ reason: Words }),
  returns: Type.Object({ mailed: Count }),
  handle: async ({ params, body, services }) => services.notices.cancel((await services.meetings.find(params.meetingId))!, body.reason),
});

export const recordPostingRoute = route("POST /meetings/:meetingId/posting", {
  summary: "Write down when and where the notice was put up",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ postedOn: Day, postedWhere: Line }),
  returns: Type.Object({ isInTime: Type.Boolean() }),
  handle: async ({ params, body, services }) => services.notices.recordPosting((await services.meetings.find(params.meetingId))!, body),
});
