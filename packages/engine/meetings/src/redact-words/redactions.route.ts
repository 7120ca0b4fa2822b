import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, orNull, Text } from "../shapes.js";

const Taken = Type.String({ minLength: 2, maxLength: 200, pattern: "\\S\\s*\\S" });
const Found = Type.Object({ found: Type.Array(Type.Object({ kind: Text, records: Count })) });

export const findWordsRoute = route("POST /meetings/:meetingId/word-search", {
  summary: "In how many records of a meeting words stand, by kind, before they are taken out; the words go by the body so that no address holds them",
  may: meetings.permissions.publish,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ words: Taken }),
  returns: Type.Object({ ...Found.properties, elsewhere: Type.Array(Type.Object({ id: Text, title: Text, startsAt: orNull(Text) })) }),
  handle: async ({ params, body, services, may }) => {
    const meeting = (await services.meetings.find(params.meetingId))!;
    const others = await services.redactions.findOthers(meeting, body.words);
    const elsewhere = [];
    for (const { id, title, startsAt, placePath } of others) if (await may("meetings.publish", { path: placePath })) elsewhere.push({ id, title, startsAt });
    return { found: [...(await services.redactions.find(meeting, body.words))], elsewhere };
  },
});

export const redactWordsRoute = route("POST /meetings/:meetingId/redactions", {
  summary: "Take words out of everything a meeting keeps, for good; that it was done is kept with its reason",
  may: meetings.permissions.publish,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ words: Taken, reason: Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }) }),
  returns: Found,
  handle: async ({ params, body, services }) => ({
    found: [...(await services.redactions.redact((await services.meetings.find(params.meetingId))!, body))],
  }),
});

const Redaction = Type.Object({ id: Text, at: Text, by: orNull(Text), reason: Text, records: Count });

export const listRedactionsRoute = route("GET /meetings/:meetingId/redactions", {
  summary: "When words were taken out of a meeting's records, by whom and why",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({ redactions: Type.Array(Redaction) }),
  handle: async ({ params, services }) => ({ redactions: await services.redactions.list(params.meetingId) }),
});
