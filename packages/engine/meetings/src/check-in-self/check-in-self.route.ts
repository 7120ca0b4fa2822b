import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Id, Nothing, orNull, Text } from "../shapes.js";

export const printDoorRoute = route("GET /meetings/:meetingId/door-sheet", {
  summary: "The sheet for the door with the code by which people check themselves in, as a page to print",
  may: meetings.permissions.checkIn,
  at: async ({ params, services }) => (await services.meetings.announcedPlaceOf(params.meetingId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "扫码签到.html",
    type: "text/html; charset=utf-8",
    body: services.door.write((await services.meetings.find(params.meetingId))!),
  }),
});

export const checkInSelfRoute = route("POST /public/check-ins", {
  summary: "Check oneself in with the code at the door: by one's name on the list, or signed in without one",
  may: "anyone",
  at: async ({ body, services }) => (await services.meetings.announcedPlaceOf(body.meetingId))!,
  limit: { most: 60, minutes: 10 },
  body: Type.Object({ meetingId: Id, code: Type.String({ minLength: 1, maxLength: 20 }), name: Type.Optional(Type.String({ maxLength: 50 })) }),
  returns: Type.Object({ title: Text, venueName: orNull(Text) }),
  async handle({ body, services }) {
    const meeting = (await services.meetings.find(body.meetingId))!;
    await services.door.checkIn(meeting, body);
    return { title: meeting.title, venueName: meeting.venueName };
  },
});
