import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Nothing, orNull, Text } from "../shapes.js";

const Refused = Type.Object({
  ...{ id: Text, at: Text, device: Text, sequence: Count, kind: Text, message: Text, remedy: Text },
  /** What it said, in words and names. */
  said: Type.Array(Type.Object({ label: Text, words: Text })),
  settled: orNull(Type.Object({ by: Text, at: Text })),
});

export const listRefused = route("GET /meetings/:meetingId/refused-commands", {
  summary: "Commands of a recording that could not be done, with what they said, for the recorder to settle",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({ commands: Type.Array(Refused) }),
  handle: async ({ params, services }) => ({ commands: await services.room.refused(params.meetingId) }),
});

export const settleRefusedRoute = route("PUT /meetings/:meetingId/refused-commands/:commandId/settlement", {
  summary: "Say that a refused command was dealt with; the log stays as it is",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.room.settleRefused(params.meetingId, params.commandId);
    return {};
  },
});

export const reopenRefusedRoute = route("DELETE /meetings/:meetingId/refused-commands/:commandId/settlement", {
  summary: "A refused command was not dealt with after all",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.room.reopenRefused(params.meetingId, params.commandId);
    return {};
  },
});
