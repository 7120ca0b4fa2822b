import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Id, Line, Minutes, Nothing, oneOf, orNull, Text, TurnShape, Warning, WithId } from "../shapes.js";
import { meetingTypes } from "../words.js";

const Item = Type.Object({ matterId: Type.Optional(Id), partId: Type.Optional(Id), title: Type.Optional(Line), minutes: Minutes, under: Type.Optional(Count) });
const Items = Type.Array(Item, { minItems: 1, maxItems: 1000 });

export const draftMeetingRoute = route("POST /bodies/:bodyId/meetings", {
  summary: "Prepare a meeting of a body; nobody is told",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  body: Type.Object({ title: Type.Optional(Line), type: Type.Optional(oneOf(meetingTypes)), minutes: Type.Optional(Minutes), items: Items }),
  returns: WithId,
  handle: async ({ params, body, services }) => ({ id: await services.drafts.add((await services.bodies.find(params.bodyId))!, body) }),
});

export const changeAgendaRoute = route("PUT /meetings/:meetingId/agenda", {
  summary: "Put another agenda in the place of a draft's",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ items: Items }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.drafts.changeAgenda((await services.meetings.find(params.meetingId))!, body.items);
    return {};
  },
});

export const addGuestRoute = route("POST /meetings/:meetingId/guests", {
  summary: "Ask somebody without a vote to come",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ personId: Id, kind: oneOf(["non_voting", "observer"] as const), partyName: Line }),
  returns: WithId,
  handle: async ({ params, body, services }) => ({ id: await services.drafts.addGuest((await services.meetings.find(params.meetingId))!, body) }),
});

export const removeGuestRoute = route("DELETE /meetings/:meetingId/guests/:inviteeId", {
  summary: "Take a guest off a draft",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.drafts.removeGuest((await services.meetings.find(params.meetingId))!, params.inviteeId);
    return {};
  },
});

const Suggestion = Type.Object({
  matters: Type.Array(Type.Object({ id: Text, number: Text, title: Text, warnings: Type.Array(Warning) })),
  parts: Type.Array(Type.Object({ id: Text, title: Text, light: Text })),
});

export const suggestAgenda = route("GET /bodies/:bodyId/agenda-suggestions", {
  summary: "What an agenda can be made of: unfinished promises first, then accepted matters",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  returns: Suggestion,
  handle: async ({ params, services }) => services.drafts.suggest((await services.bodies.find(params.bodyId))!),
});

const Person = Type.Object({ id: Text, personId: Text, name: Text, partyName: Text, kind: Text });
const AgendaLine = Type.Object({
  ...{ id: Text, title: Text, minutes: Count, matterId: orNull(Text), partId: orNull(Text), warnings: Type.Array(Warning) },
  ...TurnShape,
});

export const showDraft = route("GET /meetings/:meetingId/preparation", {
  summary: "A meeting being prepared: agenda, who is asked, quorum, slot",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Type.Object({
    ...{ id: Text, bodyId: Text, bodyName: Text, title: Text, type: Text, state: Text, minutes: Count, number: orNull(Text) },
    ...{ startsAt: orNull(Text), endsAt: orNull(Text), venueId: orNull(Text), venueName: orNull(Text), postBy: orNull(Text), isLate: Type.Boolean() },
    ...{ isVerified: Type.Boolean(), isLocal: Type.Boolean() },
    ...{
      members: Count,
      need: Count,
      items: Type.Array(AgendaLine),
      people: Type.Array(Person),
      chair: orNull(Type.Object({ personId: Text, name: Text })),
      materials: Type.Array(Type.Object({ title: Text, place: Text })),
      totalMinutes: Count,
    },
  }),
  handle: async ({ params, services }) => services.drafts.show((await services.meetings.find(params.meetingId))!),
});
