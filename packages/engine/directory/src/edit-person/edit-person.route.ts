import { Type } from "typebox";
import { errors } from "../errors.js";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Id, Name, Note, Nothing, oneOf, orNull, Version } from "../shapes.js";
import { sexes } from "../words.js";

export const editPersonRoute = route("PATCH /people/:personId", {
  summary: "Change what is known of a person; a former name is kept",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  body: Type.Object({
    version: Version,
    fullName: Type.Optional(Name),
    distinction: Type.Optional(orNull(Note)),
    birthYear: Type.Optional(orNull(Type.Integer())),
    sex: Type.Optional(orNull(oneOf(sexes))),
    placeId: Type.Optional(Id),
  }),
  returns: Nothing,
  async handle({ params, body, services, may }) {
    const target = body.placeId ? await services.places.placeOf(body.placeId) : undefined;
    if (body.placeId && !(target && (await may("directory.edit", target)))) throw errors.placeUnknown({}, "body.placeId");
    await services.people.edit(params.personId, body);
    return {};
  },
});
