import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, Nothing, WithId } from "../shapes.js";

const Words = Type.Object({ name: Line, organizationId: Type.Optional(Id), isNeeded: Type.Boolean() });

export const addPartyRoute = route("POST /bodies/:bodyId/parties", {
  summary: "One more side sits in a body from now on",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  body: Words,
  returns: WithId,
  handle: async ({ params, body, services }) => ({ id: await services.bodies.addParty((await services.bodies.find(params.bodyId))!, body) }),
});

export const changePartyRoute = route("PUT /bodies/:bodyId/parties/:partyId", {
  summary: "Say anew how a side is called, whom it stands for and whether it must be there; announced meetings keep its name",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  body: Words,
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.bodies.changeParty((await services.bodies.find(params.bodyId))!, params.partyId, body);
    return {};
  },
});

export const endPartyRoute = route("POST /bodies/:bodyId/parties/:partyId/ending", {
  summary: "A side without seats sits in a body no more; its history stays",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.bodies.endParty((await services.bodies.find(params.bodyId))!, params.partyId);
    return {};
  },
});

export const resumePartyRoute = route("DELETE /bodies/:bodyId/parties/:partyId/ending", {
  summary: "A side that was ended sits in the body again",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.bodies.resumeParty((await services.bodies.find(params.bodyId))!, params.partyId);
    return {};
  },
});
