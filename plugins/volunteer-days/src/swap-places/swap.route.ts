import { Type } from "typebox";
import { getByLink } from "../cancel-sign-up/cancel-sign-up.js";
import { route } from "../services.js";
import { Nothing, Text } from "../shapes.js";
import { askSwap, declineSwap, getSwap } from "./ask-swap.js";
import { showSwap } from "./show-swap.js";
import { acceptSwap } from "./swap-places.js";

const limit = { most: 60, minutes: 10 };
const Place = Type.Object({ title: Text, heldOn: Text, startsAt: Text, endsAt: Text, siteName: Text, postTitle: Text, meetingPoint: Text });

export const askSwapRoute = route("POST /public/sign-ups/:signUpId/:key/swaps", {
  summary: "Ask whoever has a number to swap places, by a private link; checked for both sides, and both stay until they say yes",
  may: "anyone",
  at: "none",
  limit,
  body: Type.Object({ number: Type.String({ minLength: 1, maxLength: 20 }) }),
  returns: Nothing,
  async handle(ctx) {
    await askSwap(ctx, await getByLink(ctx, ctx.params.signUpId, ctx.params.key), ctx.body.number);
    return {};
  },
});

export const showSwapRoute = route("GET /public/swaps/:swapId/:key", {
  summary: "Which places would be swapped; names nobody",
  may: "anyone",
  at: "none",
  limit,
  returns: Type.Object({ state: Text, mine: Place, theirs: Place }),
  handle: async (ctx) => showSwap(ctx, await getSwap(ctx, ctx.params.swapId, ctx.params.key)),
});

export const acceptSwapRoute = route("POST /public/swaps/:swapId/:key/accept", {
  summary: "Say yes: each has the other's place; checked for both sides once more",
  may: "anyone",
  at: "none",
  limit,
  returns: Type.Object({ link: Text }),
  handle: async (ctx) => ({ link: await acceptSwap(ctx, await getSwap(ctx, ctx.params.swapId, ctx.params.key)) }),
});

export const declineSwapRoute = route("POST /public/swaps/:swapId/:key/decline", {
  summary: "Say no, without any consequence",
  may: "anyone",
  at: "none",
  limit,
  returns: Nothing,
  async handle(ctx) {
    await declineSwap(ctx, await getSwap(ctx, ctx.params.swapId, ctx.params.key));
    return {};
  },
});
