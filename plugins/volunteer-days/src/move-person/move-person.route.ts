import { Type } from "typebox";
import { errors } from "../errors.js";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Id, oneOf, ToldShape } from "../shapes.js";
import { breaks, movePerson } from "./move-person.js";

export const movePersonRoute = route("POST /sign-ups/:signUpId/move", {
  summary: "Put somebody into the same role at another site of their day; asked with isTry it only says what would break",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.signUps.placeOf(params.signUpId),
  body: Type.Object({ siteId: Id, isTry: Type.Boolean() }),
  returns: Type.Object({ breaks: Type.Array(oneOf(breaks)), ...ToldShape }),
  async handle(ctx) {
    const row = await ctx.services.signUps.find(ctx.params.signUpId);
    if (!row) throw errors.signUpUnknown();
    return movePerson(ctx, row, ctx.body.siteId, ctx.body.isTry);
  },
});
