import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Id, Name, Note, oneOf, orNull, WithId } from "../shapes.js";
import { aliasKinds, channelKinds, sexes } from "../words.js";

const Channel = Type.Object({ kind: oneOf(channelKinds), address: Type.String({ minLength: 1, maxLength: 254 }) });

export const addPersonRoute = route("POST /people", {
  summary: "Add a person at a place; a namesake needs a note that tells them apart",
  may: directory.permissions.edit,
  at: async ({ body, services }) => (await services.places.placeOf(body.placeId))!,
  body: Type.Object({
    fullName: Name,
    placeId: Id,
    distinction: Type.Optional(orNull(Note)),
    birthYear: Type.Optional(orNull(Type.Integer())),
    sex: Type.Optional(orNull(oneOf(sexes))),
    aliases: Type.Optional(Type.Array(Type.Object({ kind: oneOf(aliasKinds), name: Name }), { maxItems: 10 })),
    channels: Type.Optional(Type.Array(Channel, { maxItems: 10 })),
  }),
  returns: WithId,
  async handle({ body, services, actor, may }) {
    const isConfirmed = await may("directory.giveRoles", (await services.places.placeOf(body.placeId))!);
    return { id: await services.people.add({ ...body, enteredBy: actor.personId, isConfirmed }) };
  },
});
