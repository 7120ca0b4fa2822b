import { Type } from "typebox";
import { errors } from "../errors.js";
import { mayAnswerFor } from "../link-account/may-answer-for.js";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Note, Nothing, oneOf, orNull, WithId } from "../shapes.js";
import { roleKinds } from "../words.js";

export const giveRoleRoute = route("POST /people/:personId/roles", {
  summary: "Give a role at a place for a time",
  may: directory.permissions.giveRoles,
  at: async ({ body, services }) => (await services.places.placeOf(body.placeId))!,
  body: Type.Object({
    kind: oneOf(roleKinds),
    title: Type.Optional(Note),
    placeId: Id,
    organizationId: Type.Optional(orNull(Id)),
    fromOn: Day,
    toOn: Type.Optional(orNull(Day)),
  }),
  returns: WithId,
  handle: async ({ params, body, services, actor }) => ({ id: await services.roles.give({ ...body, personId: params.personId, givenBy: actor.personId }) }),
});

export const endRoleRoute = route("POST /roles/:roleId/end", {
  summary: "End a role with its last day",
  may: directory.permissions.giveRoles,
  at: async ({ params, services }) => (await services.roles.placeOf(params.roleId))!,
  body: Type.Object({ lastOn: Day }),
  returns: Nothing,
  async handle({ params, body, services, actor }) {
    await services.roles.end(params.roleId, body.lastOn, actor.personId);
    return {};
  },
});

export const unlinkAccountsRoute = route("POST /people/:personId/unlink", {
  summary: "No account speaks for this person any more",
  may: directory.permissions.giveRoles,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  returns: Type.Object({ ended: Type.Integer() }),
  async handle({ params, services, may }) {
    if (!(await mayAnswerFor({ services, may }, params.personId))) throw errors.notYours();
    return { ended: await services.accounts.unlink(params.personId) };
  },
});
