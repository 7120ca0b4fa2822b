import { Type } from "typebox";
import { errors } from "../errors.js";
import type { Reading } from "../find-matter/reader-rights.js";
import { channels } from "../matters.js";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, oneOf, Text, Words } from "../shapes.js";
import { reporters } from "./raise-matter.js";

const Places = Type.Object({ places: Type.Array(Type.Object({ id: Text, name: Text, depth: Type.Integer() })) });

/** Whether the person asking enters matters for others at a place of one of their roles. */
async function entersSomewhere({ actor, use, may }: Pick<Reading, "actor" | "use" | "may">): Promise<boolean> {
  const roles = actor.personId ? await use.directory.rolesOf(actor.personId) : [];
  for (const { placePath } of roles) if (await may("matters.enter", { path: placePath })) return true;
  return false;
}

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
    reporterName: Type.Optional(Type.String({ maxLength: 50 })),
    reporterPhone: Type.Optional(Type.String({ maxLength: 30 })),
    affected: Type.Optional(Type.Array(Line, { maxItems: 20 })),
    channel: Type.Optional(oneOf(channels)),
  }),
  returns: Type.Object({ id: Text, number: Text }),
  async handle(asked) {
    const { body, use, services, may } = asked;
    const place = (await use.directory.findPlace(body.placeId))!;
    const isDesk = await may("matters.enter", place);
    if (body.reporter === "other" && !isDesk)
      throw (await entersSomewhere(asked)) ? errors.placeNotYours({}, "body.placeId") : errors.enterNotAllowed({}, "body.reporter");
    return services.matters.raise({ ...body, isDesk });
  },
});

export const listRaisingPlacesRoute = route("GET /places", {
  summary: "The places where one may raise a matter",
  may: matters.permissions.raise,
  at: "list",
  returns: Places,
  handle: async ({ scope, services }) => ({ places: await services.places.list(scope) }),
});

export const listEnteringPlacesRoute = route("GET /places/entering", {
  summary: "The places where one may write down what others raise",
  may: matters.permissions.enter,
  at: "list",
  returns: Places,
  handle: async ({ scope, services }) => ({ places: await services.places.list(scope) }),
});
