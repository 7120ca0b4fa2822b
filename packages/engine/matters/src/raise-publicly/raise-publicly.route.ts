import { Type } from "typebox";
import { learnsNoName } from "../find-matter/reader-rights.js";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, Nothing, orNull, Text, Words } from "../shapes.js";

const page = "text/html; charset=utf-8";
const Told = Type.Object({ number: Text, title: Text, state: Text, stateWord: Text, answer: Text });

export const listPublicPlacesRoute = route("GET /public/places", {
  summary: "The places a matter may be about; for anyone",
  may: "anyone",
  at: "list",
  returns: Type.Object({ places: Type.Array(Type.Object({ id: Text, name: Text, depth: Type.Integer() })), phone: orNull(Text) }),
  handle: async ({ scope, services, use }) => ({
    places: await services.places.list(scope),
    phone: (await use.directory.community())?.officePhone ?? null,
  }),
});

export const raisePubliclyRoute = route("POST /public/matters", {
  summary: "Raise a matter without an account, with or without a name; gives its number and a private link to follow it",
  may: "anyone",
  at: "none",
  limit: { most: 20, minutes: 10 },
  body: Type.Object({
    title: Line,
    detail: Type.Optional(Words),
    wish: Type.Optional(Words),
    placeId: Id,
    spot: Type.Optional(Type.String({ maxLength: 100 })),
    affected: Type.Optional(Type.Array(Line, { maxItems: 20 })),
    name: Type.Optional(Type.String({ maxLength: 50 })),
    phone: Type.Optional(Type.String({ maxLength: 30 })),
  }),
  returns: Type.Object({ id: Text, number: Text, link: Text, replyBy: orNull(Text) }),
  handle: ({ body, services }) => services.guests.raise(body),
});

export const followMatterRoute = route("GET /public/matters/:matterId/:key", {
  summary: "How a matter stands, for whoever has its private link: no names, no contact data",
  may: "anyone",
  at: "none",
  limit: { most: 120, minutes: 10 },
  returns: Type.Object({
    ...Told.properties,
    placeName: Text,
    raisedOn: Text,
    replyBy: orNull(Text),
    phone: orNull(Text),
    mayWithdraw: Type.Boolean(),
    mergedInto: orNull(Told),
    parts: Type.Array(Told),
    steps: Type.Array(Type.Object({ step: Text, at: Text, words: orNull(Text) })),
  }),
  handle: async ({ params, services }) => services.guests.follow(await services.guests.get(params.matterId, params.key)),
});

export const printFollowedRoute = route("GET /public/matters/:matterId/:key/answer-slip", {
  summary: "The answer as a page to print, for whoever has the private link; needs no script",
  may: "anyone",
  at: "none",
  limit: { most: 60, minutes: 10 },
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "回告单.html",
    type: page,
    body: await services.paper.answerSlip(await services.guests.get(params.matterId, params.key), learnsNoName),
  }),
});

export const showCallerRoute = route("GET /matters/:matterId/caller", {
  summary: "How to call back whoever raised it without an account; logged",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  returns: Type.Object({ name: orNull(Text), phone: orNull(Text) }),
  handle: async ({ params, services }) => services.guests.caller((await services.matters.find(params.matterId))!),
});
