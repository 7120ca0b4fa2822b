import { Type } from "typebox";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Text } from "../shapes.js";

export const urgeOwnerRoute = route("POST /commitments/:commitmentId/urges", {
  summary: "Urge the owner by hand: written down, mailed where there is an address, and given as text to copy",
  may: commitments.permissions.escalate,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ words: Type.String({ maxLength: 500 }) }),
  returns: Type.Object({ count: Type.Integer(), text: Text, isSent: Type.Boolean() }),
  handle: async ({ params, body, services }) => services.commitments.urge((await services.commitments.take(params.commitmentId))!, body.words),
});
