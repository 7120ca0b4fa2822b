import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Id, Nothing, oneOf } from "../shapes.js";
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
