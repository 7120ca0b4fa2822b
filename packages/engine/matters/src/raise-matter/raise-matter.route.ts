import { Type } from "typebox";
import { errors } from "../errors.js";
import { channels } from "../matters.js";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, oneOf, Text, Words } from "../shapes.js";
import { reporters } from "./raise-matter.js";

export const raiseMatterRoute = route("POST /matters", {
  summary: "Raise a matter: for oneself, without a name, or entered for another person",
  may: matters.permissions.raise,
  at: async ({ body, use }) => (await use.directory.findPlace(body.placeId))!,
  body: Type.Object({
    title: Line,
    detail: Type.Optional(Words),
    wish: Type.Optional(Words),
    placeId: Id,
    spot: Type.Optional(Type.String({ maxLength: 100 })),
    reporter: oneOf(reporters),
    reporterId: Type.Optional(Id),
    affected: Type.Optional(Type.Array(Line, { maxItems: 20 })),
    channel: Type.Optional(oneOf(channels)),
  }),
  returns: Type.Object({ id: Text, number: Text }),
  async handle({ body, use, services, may }) {
    const place = (await use.directory.findPlace(body.placeId))!;
    const isDesk = await may("matters.enter", place);
    if (body.reporter === "other" && !isDesk) throw errors.enterNotAllowed({}, "body.reporter");
    return services.matters.raise({ ...body, isDesk });
  },
});

export const listRaisingPlacesRoute = route("GET /places", {
  summary: "The places where one may raise a matter",
  may: matters.permissions.raise,
  at: "list",
  returns: Type.Object({ places: Type.Array(Type.Object({ id: Text, name: Text, depth: Type.Integer() })) }),
  handle: async ({ scope, services }) => ({ places: await services.places.list(scope) }),
});
