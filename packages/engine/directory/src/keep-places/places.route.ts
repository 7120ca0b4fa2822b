import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Id, Name, Note, Nothing, oneOf, orNull, Version, WithId } from "../shapes.js";
import { placeKinds } from "../words.js";

const Text = Type.String();
const Line = Type.Object({
  ...{ id: Text, name: Text, kind: Text, scheme: Text, code: orNull(Text), parentId: orNull(Text) },
  households: orNull(Type.Integer()),
  closedOn: orNull(Text),
  version: Type.Integer(),
});

export const listPlacesRoute = route("GET /places", {
  summary: "The place tree one may see, parents before children",
  may: directory.permissions.see,
  at: "list",
  returns: Type.Object({ places: Type.Array(Line) }),
  async handle({ scope, services }) {
    const rows = await services.places.list(scope);
    return { places: rows.map(({ placePath, nameKey, ...line }) => line) };
  },
});

export const addPlaceRoute = route("POST /places", {
  summary: "Add a place below another one",
  may: directory.permissions.arrange,
  at: async ({ body, services }) => (await services.places.placeOf(body.parentId))!,
  body: Type.Object({
    parentId: Id,
    name: Name,
    kind: oneOf(placeKinds),
    scheme: Type.Optional(Type.String({ pattern: "^[a-z_]{1,30}$" })),
    code: Type.Optional(orNull(Note)),
    households: Type.Optional(orNull(Type.Integer({ minimum: 0 }))),
  }),
  returns: WithId,
  handle: async ({ body, services }) => ({ id: (await services.places.add(body)).id }),
});

export const changePlaceRoute = route("PATCH /places/:placeId", {
  summary: "Rename a place or change its figures",
  may: directory.permissions.arrange,
  at: async ({ params, services }) => (await services.places.placeOf(params.placeId))!,
  body: Type.Object({
    version: Version,
    name: Type.Optional(Name),
    code: Type.Optional(orNull(Note)),
    households: Type.Optional(orNull(Type.Integer({ minimum: 0 }))),
  }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.places.change(params.placeId, body);
    return {};
  },
});

export const closePlaceRoute = route("POST /places/:placeId/close", {
  summary: "Close a place in which nothing open lies any more",
  may: directory.permissions.arrange,
  at: async ({ params, services }) => (await services.places.placeOf(params.placeId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.places.close(params.placeId);
    return {};
  },
});
