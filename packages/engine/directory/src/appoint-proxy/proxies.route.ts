import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Nothing, oneOf, orNull, WithId } from "../shapes.js";
import { proxyReasons } from "../words.js";

export const appointProxyRoute = route("POST /people/:personId/proxies", {
  summary: "Let somebody act for this person for a time",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  body: Type.Object({ deputyId: Id, reason: oneOf(proxyReasons), fromOn: Day, toOn: Type.Optional(orNull(Day)) }),
  returns: WithId,
  handle: async ({ params, body, services, actor }) => ({
    id: await services.proxies.appoint({ ...body, principalId: params.personId, enteredBy: actor.personId }),
  }),
});

export const endProxyRoute = route("POST /proxies/:proxyId/end", {
  summary: "End a proxy with its last day",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.proxies.placeOf(params.proxyId))!,
  body: Type.Object({ lastOn: Day }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.proxies.end(params.proxyId, body.lastOn);
    return {};
  },
});
