import { Type } from "typebox";
import { getByLink } from "../cancel-sign-up/cancel-sign-up.js";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { oneOf, Text } from "../shapes.js";
import { checkInSelf, showCode } from "./check-in-self.js";

export const showCodeRoute = route("GET /days/:dayId/code", {
  summary: "The sign-in code of this minute, to be shown where the team meets; another one each minute",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, services }) => services.days.placesOf(params.dayId),
  returns: Type.Object({ code: Text, now: Text, nextAt: Text, title: Text, link: Text, qr: Type.Object({ size: Type.Integer(), path: Text }) }),
  handle: async (ctx) => showCode(ctx, (await ctx.services.days.find(ctx.params.dayId))!),
});

export const checkInSelfRoute = route("POST /public/sign-ups/:signUpId/:key/check-ins", {
  summary: "Sign in or out by the code shown there, by a private link; the code proves the minute, so it may be sent later, and twice",
  may: "anyone",
  at: "none",
  limit: { most: 30, minutes: 10 },
  body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 20 }), act: oneOf(["arrive", "leave"]) }),
  returns: Type.Object({ at: Text }),
  handle: async (ctx) => ({ at: await checkInSelf(ctx, await getByLink(ctx, ctx.params.signUpId, ctx.params.key), ctx.body) }),
});
