import { Type } from "typebox";
import { getByLink } from "../cancel-sign-up/cancel-sign-up.js";
import { route } from "../services.js";
import { Day, oneOf } from "../shapes.js";
import { sayRota } from "./leave-rota.js";

export const sayRotaRoute = route("POST /public/sign-ups/:signUpId/:key/rota", {
  summary: "Leave the rota, pause until a day or come back, by one's private link; places stay unless they are to be given back too",
  may: "anyone",
  at: "none",
  limit: { most: 60, minutes: 10 },
  body: Type.Object({ act: oneOf(["leave", "pause", "back"]), until: Type.Optional(Day), alsoCancels: Type.Optional(Type.Boolean()) }),
  returns: Type.Object({ cancelled: Type.Integer() }),
  async handle(ctx) {
    const { volunteerId } = await getByLink(ctx, ctx.params.signUpId, ctx.params.key);
    return { cancelled: await sayRota(ctx, volunteerId, ctx.body) };
  },
});
