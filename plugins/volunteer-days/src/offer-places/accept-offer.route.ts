import { getByLink } from "../cancel-sign-up/cancel-sign-up.js";
import { route } from "../services.js";
import { Nothing } from "../shapes.js";
import { acceptOffer } from "./answer-offer.js";

export const acceptOfferRoute = route("POST /public/sign-ups/:signUpId/:key/accept", {
  summary: "Say yes to a place that is held for somebody who waited, by their private link",
  may: "anyone",
  at: "none",
  returns: Nothing,
  async handle(ctx) {
    await acceptOffer(ctx, await getByLink(ctx, ctx.params.signUpId, ctx.params.key));
    return {};
  },
});
