import { Type } from "typebox";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Day, oneOf } from "../shapes.js";
import { fallbacks } from "./fallbacks.js";

export const seekOwnerRoute = route("POST /parts/:partId/search", {
  summary: "Look for a lead until a day, and say what happens when nobody takes it by then",
  may: commitments.permissions.assign,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  body: Type.Object({ until: Day, fallback: oneOf(fallbacks) }),
  returns: Type.Object({}),
  async handle({ params, body, services }) {
    await services.parts.seek((await services.parts.take(params.partId))!, body);
    return {};
  },
});
