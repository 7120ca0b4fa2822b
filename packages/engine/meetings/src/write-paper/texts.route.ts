import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Id, oneOf, orNull, Text } from "../shapes.js";
import { textKinds } from "../words.js";

export const addTextRoute = route("POST /meetings/:meetingId/texts", {
  summary:
    "Write a text for the minutes, or over another one: what others wrote over that one meanwhile is put together with it; written over with nothing it leaves the papers",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ itemId: Type.Optional(Id), kind: oneOf(textKinds), words: Type.String({ maxLength: 4000 }), replacesId: Type.Optional(Id) }),
  returns: Type.Object({ id: Text, words: Text, isMerged: Type.Boolean(), clashes: Count }),
  handle: async ({ params, body, services }) => services.papers.addText((await services.meetings.find(params.meetingId))!, body),
});

export const listTexts = route("GET /meetings/:meetingId/texts", {
  summary: "The texts of the minutes that nobody has replaced",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({ texts: Type.Array(Type.Object({ id: Text, itemId: orNull(Text), kind: Text, words: Text, at: Text })) }),
  async handle({ params, services }) {
    const texts = await services.papers.texts(params.meetingId);
    return { texts: texts.map(({ id, itemId, kind, words, at }) => ({ id, itemId, kind, words, at })) };
  },
});
