import { contact } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Nothing, orNull, Text } from "../shapes.js";

export const showNotices = route("GET /meetings/:meetingId/notices", {
  summary: "The text for groups and the SMS, with their lengths; nothing is sent by asking",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({ groupText: Text, groupLength: Count, sms: Text, smsLength: Count, postBy: orNull(Text) }),
  async handle({ params, services }) {
    const meeting = (await services.meetings.find(params.meetingId))!;
    const { groupText, sms } = await services.notices.texts(meeting);
    return { groupText, groupLength: groupText.length, sms, smsLength: sms.length, postBy: meeting.postBy };
  },
});

export const showPoster = route("GET /meetings/:meetingId/poster", {
  summary: "The notice to put up, as a page to print",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  async handle({ params, services }) {
    const meeting = (await services.meetings.find(params.meetingId))!;
    return { file: "会议公告.html", type: "text/html; charset=utf-8", body: await services.notices.poster(meeting) };
  },
});

const Called = Type.Object({
  ...{ inviteeId: Text, name: Text, partyName: Text, phone: orNull(contact(Type.String())), toldBy: orNull(Text), toldOn: orNull(Text) },
  ...{ rsvp: Text, hasMail: Type.Boolean(), isMailed: Type.Boolean() },
});

export const showCallList = route("GET /meetings/:meetingId/call-list", {
  summary: "Whom to call, with who was told how",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({ people: Type.Array(Called), told: Count, expected: Count }),
  async handle({ params, services }) {
    const people = await services.notices.callList(params.meetingId);
    return { people, told: people.filter(({ toldBy }) => toldBy !== null).length, expected: people.length };
  },
});
