import { Type } from "typebox";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import { meetings, type MeetingsHandler } from "../plugin.js";
import { route } from "../services.js";
import { Count, orNull, Text } from "../shapes.js";

export const Taken = Type.String({ minLength: 2, maxLength: 200, pattern: "\\S\\s*\\S" });
export const Reason = Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" });
export const Found = Type.Object({ found: Type.Array(Type.Object({ kind: Text, records: Count })) });
export const FoundWithMeetings = Type.Object({
  ...Found.properties,
  elsewhere: Type.Array(Type.Object({ id: Text, title: Text, startsAt: orNull(Text) })),
});

/** Of some meetings those the reader may take words out of, as they are named to them. */
export async function nameThose(meetings: readonly MeetingRow[], may: MeetingsHandler["may"]) {
  const named = [];
  for (const { id, title, startsAt, placePath } of meetings) if (await may("meetings.publish", { path: placePath })) named.push({ id, title, startsAt });
  return named;
}

export const findWordsRoute = route("POST /meetings/:meetingId/word-search", {
  summary: "In how many records of a meeting words stand, by kind, before they are taken out; the words go by the body so that no address holds them",
  may: meetings.permissions.publish,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ words: Taken }),
  returns: FoundWithMeetings,
  handle: async ({ params, body, services, may }) => {
    const meeting = (await services.meetings.find(params.meetingId))!;
    const elsewhere = await nameThose(await services.redactions.findOthers(meeting, body.words), may);
    return { found: [...(await services.redactions.find(meeting, body.words))], elsewhere };
  },
});

export const redactWordsRoute = route("POST /meetings/:meetingId/redactions", {
  summary: "Take words out of everything a meeting keeps, for good; that it was done is kept with its reason",
  may: meetings.permissions.publish,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ words: Taken, reason: Reason }),
  returns: Found,
  handle: async ({ params, body, services }) => ({
    found: [...(await services.redactions.redact((await services.meetings.find(params.meetingId))!, body))],
  }),
});

/** Words taken out once. */
export const Redactions = Type.Object({
  redactions: Type.Array(Type.Object({ id: Text, at: Text, by: orNull(Text), reason: Text, records: Count })),
});

export const listRedactionsRoute = route("GET /meetings/:meetingId/redactions", {
  summary: "When words were taken out of a meeting's records, by whom and why",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Redactions,
  handle: async ({ params, services }) => ({ redactions: await services.redactions.list(params.meetingId) }),
});
