import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";

export const showMinutesDraftRoute = route("GET /meetings/:meetingId/minutes-draft", {
  summary: "The minutes while they are written: what the record tells by itself, item by item",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.announcedPlaceOf(params.meetingId))!,
  returns: Type.Object({
    ...{ isClosed: Type.Boolean(), isOpen: Type.Boolean() },
    items: Type.Array(Type.Object({ id: Text, title: Text, generated: Type.Array(Text) })),
    account: orNull(Text),
    leftovers: Type.Array(Text),
  }),
  handle: async ({ params, services }) => services.papers.minutesDraft((await services.meetings.find(params.meetingId))!),
});
