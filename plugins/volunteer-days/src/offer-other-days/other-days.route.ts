import { Type } from "typebox";
import { getByLink } from "../cancel-sign-up/cancel-sign-up.js";
import { route } from "../services.js";
import { Id } from "../shapes.js";
import { JoinedShape } from "../sign-up/sign-up.route.js";
import { joinOtherDay } from "./other-days.js";

export const joinOtherDayRoute = route("POST /public/sign-ups/:signUpId/:key/other-days", {
  summary: "Come on another day instead, for whoever has the private link of a place",
  may: "anyone",
  at: "none",
  limit: { most: 60, minutes: 10 },
  body: Type.Object({ dayId: Id }),
  returns: JoinedShape,
  handle: async (ctx) => joinOtherDay(ctx, await getByLink(ctx, ctx.params.signUpId, ctx.params.key), ctx.body.dayId),
});
