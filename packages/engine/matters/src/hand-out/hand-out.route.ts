import { Type } from "typebox";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, Text, Words } from "../shapes.js";

export const handOutRoute = route("POST /matters/:matterId/handing-out", {
  summary: "Hand one household's own affair to a person or a unit, without screening and without a meeting",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Type.Object({ personId: Type.Optional(Id), unitId: Type.Optional(Id), unitName: Type.Optional(Line), note: Type.Optional(Words) }),
  returns: Type.Object({ state: Text }),
  async handle({ params, body, services }) {
    const { state } = await services.referrals.handOut((await services.matters.find(params.matterId))!, body);
    return { state };
  },
});
