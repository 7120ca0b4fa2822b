import { Type } from "typebox";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, Text } from "../shapes.js";

const Alike = Type.Object({
  similar: Type.Array(Type.Object({ id: Text, number: Text, title: Text, state: Text, raisedOn: Text, score: Type.Integer(), because: Type.Array(Text) })),
});

export const findSimilarRoute = route("GET /matters/:matterId/similar", {
  summary: "Matters that look like this one, with what makes them alike",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  returns: Alike,
  handle: async ({ params, services }) => ({ similar: await services.matters.similarTo((await services.matters.find(params.matterId))!) }),
});

export const findSimilarToDraftRoute = route("GET /similar", {
  summary: "Matters that look like what is being written down, before it is",
  may: matters.permissions.enter,
  at: async ({ query, use }) => (await use.directory.findPlace(query.placeId))!,
  query: Type.Object({ title: Line, placeId: Id, spot: Type.Optional(Type.String({ maxLength: 100 })) }),
  returns: Alike,
  handle: async ({ query, services }) => ({ similar: await services.matters.similarTo(query) }),
});
