import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Id, Nothing, oneOf, orNull, Text } from "../shapes.js";
import { tellWays } from "../words.js";

const Answer = Type.Object({ answer: oneOf(["coming", "not_coming"] as const), substituteId: Type.Optional(Id) });

export const answerOwnRoute = route("POST /meetings/:meetingId/own-answer", {
  summary: "The invited person says whether they come; no reason is asked",
  may: "signed-in",
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Answer,
  returns: Nothing,
  async handle({ params, body, services }) {
    const meeting = (await services.meetings.find(params.meetingId))!;
    await services.answers.give(meeting, await services.answers.own(meeting.id), body);
    return {};
  },
});

const Key = Type.String({ minLength: 64, maxLength: 64 });

export const showInvitation = route("GET /invitations/:key", {
  summary: "What somebody is asked to, by the key in their letter; no name is told",
  may: "anyone",
  at: async ({ params, services }) => (await services.answers.placeOfKey(params.key))!,
  returns: Type.Object({ title: Text, number: orNull(Text), state: Text, startsAt: Text, endsAt: Text, venueName: Text, items: Type.Array(Text), rsvp: Text }),
  handle: async ({ params, services }) => services.answers.showInvitation(params.key),
});

export const answerByKeyRoute = route("POST /invitations/answer", {
  summary: "Say whether one comes, by the key in the letter; no account and no reason is needed",
  may: "anyone",
  at: async ({ body, services }) => (await services.answers.placeOfKey(body.key))!,
  body: Type.Object({ key: Key, answer: oneOf(["coming", "not_coming"] as const) }),
  returns: Nothing,
  async handle({ body, services }) {
    await services.answers.giveByKey(body.key, body.answer);
    return {};
  },
});

export const answerForRoute = route("POST /meetings/:meetingId/invitees/:inviteeId/answer", {
  summary: "Enter an answer for somebody who gave it by telephone or on paper",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Answer,
  returns: Nothing,
  async handle({ params, body, services }) {
    const meeting = (await services.meetings.find(params.meetingId))!;
    await services.answers.give(meeting, await services.answers.of(meeting.id, params.inviteeId), body);
    return {};
  },
});

export const recordToldRoute = route("POST /meetings/:meetingId/told", {
  summary: "Tick off who was told, and how",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ inviteeIds: Type.Array(Id, { minItems: 1, maxItems: 500 }), by: oneOf(tellWays) }),
  returns: Type.Object({ told: Count }),
  handle: async ({ params, body, services }) => ({ told: await services.answers.recordTold((await services.meetings.find(params.meetingId))!, body) }),
});
