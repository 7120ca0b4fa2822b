import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Id, Nothing, WithId } from "../shapes.js";

export const recordConsentRoute = route("POST /people/:personId/consents", {
  summary: "Record what a person, or a guardian for them, agreed to",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  body: Type.Object({ purpose: Type.String({ minLength: 1, maxLength: 60 }), textVersion: Type.String({ minLength: 1, maxLength: 60 }), givenBy: Id }),
  returns: WithId,
  handle: async ({ params, body, services, actor }) => ({
    id: await services.consents.record({ ...body, personId: params.personId, enteredBy: actor.personId }),
  }),
});

export const withdrawConsentRoute = route("POST /consents/:consentId/withdraw", {
  summary: "Take a consent back; it stays on record with its end",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.consents.placeOf(params.consentId))!,
  returns: Nothing,
  async handle({ params, services, actor }) {
    await services.consents.withdraw(params.consentId, actor.personId);
    return {};
  },
});
