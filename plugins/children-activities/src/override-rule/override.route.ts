import { Type } from "typebox";
import { route } from "../services.js";
import { Nothing, Text, Words } from "../shapes.js";

export const askOverrideRoute = route("POST /sessions/:sessionId/overrides", {
  summary: "Ask that a session may go on although a rule is broken, in an emergency; a second person must confirm",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  body: Type.Object({ reason: Words }),
  returns: Type.Object({ id: Text, told: Type.Integer(), adults: Type.Array(Text) }),
  async handle({ params, body, services }) {
    const { id, told, adults } = await services.overrides.ask(params.sessionId, body.reason);
    return { id, told, adults: [...adults] };
  },
});

export const confirmOverrideRoute = route("POST /overrides/:overrideId/confirmation", {
  summary: "The second person: it holds for half an hour from now",
  may: "signed-in",
  at: ({ params, services }) => services.overrides.placeOf(params.overrideId),
  returns: Nothing,
  async handle({ params, services, may }) {
    await services.overrides.confirm(params.overrideId, await may("children-activities.signOff", await services.overrides.placeOf(params.overrideId)));
    return {};
  },
});
